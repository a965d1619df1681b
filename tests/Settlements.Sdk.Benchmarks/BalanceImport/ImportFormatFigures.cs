using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Terms;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>What reading a file costs in each format, with terms in every row and a store that keeps nothing: <c>-- import-formats [ROWS]</c>.</summary>
internal static class ImportFormatFigures
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var rows = arguments is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        const string Header = "counterparty_id;name;debt;overdue_debt;credit_limit;blocked;payment_terms.type;payment_terms.days\n";
        await MeasureAsync("JSON array", new RepeatedText("[", row => (row == 0 ? "" : ",\n") + Json(row), rows, "]", utf8));
        await MeasureAsync("lines of JSON", new RepeatedText("", row => Json(row) + "\n", rows, "", utf8));
        await MeasureAsync("CSV, UTF-8", new RepeatedText(Header, Csv, rows, "", utf8));
        await MeasureAsync("CSV, windows-1251", new RepeatedText(Header, Csv, rows, "", cyrillic));
        return 0;

        async Task MeasureAsync(string name, Stream file)
        {
            var importer = new BalanceImporter(new NowhereStore(), terms: new ForgetfulTerms());
            using var heap = new HeapPeak();
            var began = Stopwatch.GetTimestamp();
            var report = await importer.ImportAsync(
                new BalanceImportRequest(Instant.FromUtc(2026, 1, 1, 0, 0)),
                [new OneCBalanceFile(file)]
            );
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {report.Balances} rows, {report.Rejected} rejected, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, heap {heap.Mebibytes:0} MiB"
                )
            );
        }
    }

    private static string Id(int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row * 2654435761L % 4294967296L:x8}-0000-4000-8000-{row:x12}");

    private static string Json(int row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"counterparty_id\":\"{Id(row)}\",\"name\":\"ООО «Ромашка»\",\"debt\":{row}.5,\"overdue_debt\":0,\"credit_limit\":500000,\"blocked\":false,\"payment_terms\":{{\"type\":\"deferred\",\"days\":{1 + row % 60}}}}}"
        );

    private static string Csv(int row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Id(row)};\"ООО \"\"Ромашка\"\"\";{row},50;0;500 000,00;Нет;deferred;{1 + row % 60}\n"
        );

    /// <summary>Forgets what it is given: the store is not what is measured.</summary>
    private sealed class ForgetfulTerms : IPaymentTermsStore
    {
        public Task<PaymentTermsSet?> FindAsync(PaymentTermsOwner owner, CancellationToken cancellationToken) =>
            Task.FromResult<PaymentTermsSet?>(null);

        public Task SaveAsync(PaymentTermsOwner owner, PaymentTermsSet set, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<bool> RemoveAsync(PaymentTermsOwner owner, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
