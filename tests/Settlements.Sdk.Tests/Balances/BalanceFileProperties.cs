using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Settlements.OneC;

namespace Settlements.Tests.Balances;

public sealed class BalanceFileProperties
{
    private static readonly Gen<ExampleRow> Row =
        from id in Gen.Choose(1, 40)
        from debt in Gen.Choose(-100_000, 100_000)
        from overdue in Gen.Choose(0, 5_000)
        from blocked in Gen.Elements<bool?>(true, false, null)
        from name in Gen.Elements("ООО «Ромашка»", "a;b", "say \"hi\"", "two\nlines", "", "x,y", "end")
        select new ExampleRow(id, debt / 100m, overdue / 100m, blocked, name);

    private static readonly Gen<ExampleRow[]> Rows = Row.ArrayOf().Select(rows => rows.DistinctBy(row => row.Id).ToArray());

    [Fact]
    public void One_set_of_rows_gives_one_store_in_every_format() =>
        ForAll(
            from rows in Rows
            from piece in Gen.Choose(1, 50)
            select (rows, piece),
            given =>
            {
                if (given.rows.Length == 0)
                    return true;
                var contents = Formats(given.rows)
                    .Select(bytes => Contents(new TrickleStream(bytes, given.piece)))
                    .Distinct(StringComparer.Ordinal)
                    .ToList();
                return contents.Count == 1;
            },
            200
        );

    [Fact]
    public void A_file_that_was_cut_within_a_row_changes_nothing() =>
        ForAll(
            from rows in Rows
            from share in Gen.Choose(0, 999)
            from format in Gen.Choose(0, 4)
            select (rows, share, format),
            given =>
            {
                if (given.rows.Length == 0)
                    return true;
                var whole = Formats(given.rows).ElementAt(given.format);
                var cut = whole[..(int)((long)whole.Length * given.share / 1000)];
                var bench = new ImportBench();
                bench.ImportAsync(Debtor()).GetAwaiter().GetResult();
                var before = bench.ContentsAsync().GetAwaiter().GetResult();
                bench.AsOf += Duration.FromMinutes(1);

                // A cut exactly between two lines shows only in the number of rows, which the sender says.
                var report = bench
                    .ImportAsync(request => request with { ExpectedBalances = given.rows.Length, Force = true }, ImportBench.File(cut))
                    .GetAwaiter()
                    .GetResult();
                return report.IsCommitted ? IsWholeButForBlanks(whole, cut) : bench.ContentsAsync().GetAwaiter().GetResult() == before;
            },
            500
        );

    [Fact]
    public void Any_bytes_at_all_give_rows_or_a_refusal() =>
        ForAll(
            from rows in Rows
            from format in Gen.Choose(0, 4)
            from damage in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf()
            from place in Gen.Choose(0, 10_000)
            from piece in Gen.Choose(1, 5_000)
            select (rows, format, damage, place, piece),
            given =>
            {
                var whole = Formats(given.rows).ElementAt(given.format);
                var at = given.place % (whole.Length + 1);
                byte[] damaged = [.. whole[..at], .. given.damage, .. whole[Math.Min(whole.Length, at + given.damage.Length / 2)..]];
                var bench = new ImportBench();
                var report = bench.ImportAsync(new OneCBalanceFile(new TrickleStream(damaged, given.piece))).GetAwaiter().GetResult();
                return report.IsCommitted || report.Reason is not null;
            },
            1_000
        );

    private static string Debtor() => $"counterparty_id;debt\n{ImportBench.A};100\n";

    private static bool IsWholeButForBlanks(byte[] whole, byte[] cut) => whole.AsSpan(cut.Length).Trim("\r\n"u8).IsEmpty;

    private static string Contents(Stream stream)
    {
        var bench = new ImportBench();
        var report = bench.ImportAsync(new OneCBalanceFile(stream)).GetAwaiter().GetResult();
        report.IsCommitted.Should().BeTrue(report.Reason);
        report.Rejected.Should().Be(0);
        return bench.ContentsAsync().GetAwaiter().GetResult();
    }

    private static IEnumerable<byte[]> Formats(ExampleRow[] rows) =>
        [
            Encoding.UTF8.GetBytes("[" + string.Join(",\n", rows.Select(row => row.Json())) + "]"),
            Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => row.Json()))),
            Encoding.UTF8.GetBytes(Csv(rows, ';', "\r\n")),
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Csv(rows, ',', "\n"))],
            CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Csv(rows, '\t', "\n")),
        ];

    private static string Csv(ExampleRow[] rows, char delimiter, string lineBreak) =>
        string.Join(delimiter, "counterparty_id", "name", "debt", "overdue_debt", "blocked")
        + lineBreak
        + string.Concat(rows.Select(row => row.Csv(delimiter) + lineBreak));

    private static void ForAll<T>(Gen<T> cases, Func<T, bool> property, int count) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20261122, 1), Prop.ForAll(Arb.From(cases), property));

    private sealed record ExampleRow(int Id, decimal Debt, decimal Overdue, bool? Blocked, string Name)
    {
        private string Counterparty => FormattableString.Invariant($"00000000-0000-4000-8000-{Id:D12}");

        private string OverdueText => Overdue.ToString(CultureInfo.InvariantCulture);

        public string Json() =>
            FormattableString.Invariant(
                $"{{\"name\":\"{Name.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\",\"counterparty_id\":\"{Counterparty}\",\"debt\":{Debt},\"overdue_debt\":{OverdueText},\"blocked\":{(Blocked is { } is_ ? (is_ ? "true" : "false") : "null")}}}"
            );

        public string Csv(char delimiter) =>
            string.Join(
                delimiter,
                Counterparty,
                "\"" + Name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
                "\"" + Debt.ToString(CultureInfo.GetCultureInfo("ru-RU")) + "\"",
                OverdueText,
                Blocked is { } blocked ? (blocked ? "Да" : "Нет") : ""
            );
    }
}
