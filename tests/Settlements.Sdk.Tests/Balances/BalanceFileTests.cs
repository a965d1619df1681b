using System.Text;
using NodaTime;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Terms;
using static Settlements.Tests.Balances.ImportBench;

namespace Settlements.Tests.Balances;

public sealed class BalanceFileTests
{
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static TheoryData<string, byte[]> Encodings =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Russian) },
            { "UTF-8 with a mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Russian)] },
            { "windows-1251", Cyrillic.GetBytes(Russian) },
            { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Russian)] },
            { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Russian)] },
        };

    private static string Russian =>
        $"Контрагент;Наименование;Долг;Стоп\r\n{A};\"ООО \"\"Сёмга; икра\"\"\";1 000,5;Да\r\n{B};Рога;7;Нет\r\n";

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Reads_the_encodings_that_1C_writes(string name, byte[] bytes)
    {
        var rows = await ReadAsync(File(bytes, options: RussianKeys()));
        var trickled = await ReadAsync(new OneCBalanceFile(new TrickleStream(bytes, 1), options: RussianKeys()));

        rows.Should().HaveCount(2, name);
        Balance(rows[0]).Debt.Should().Be(Money.Rub(1000.5m));
        Balance(rows[0]).IsBlocked.Should().BeTrue();
        trickled.Should().BeEquivalentTo(rows, options => options.RespectingRuntimeTypes());
    }

    [Theory]
    [InlineData("counterparty_id;debt\n{0};5\n")]
    [InlineData("counterparty_id,debt\r\n{0},5\r\n")]
    [InlineData("counterparty_id\tdebt\r{0}\t5\r")]
    [InlineData("\"counterparty_id\";\"debt\"\n\"{0}\";\"5\"\n")]
    [InlineData("name;counterparty_id;debt;end\n;{0};5;end\n")]
    [InlineData("name;counterparty_id;debt;end\n;{0};5;end")]
    [InlineData("\n\ncounterparty_id;debt\n\n{0};5\n;\n  \n")]
    [InlineData("debt;;counterparty_id;\n5;;{0};\n")]
    [InlineData("counterparty_id;name;debt\n{0};\"two\nlines\";5\n")]
    [InlineData("counterparty_id;name;debt\n{0};ООО \"Ромашка\";5\n")]
    [InlineData("[{{\"counterparty_id\":\"{0}\",\"debt\":5}}]")]
    [InlineData(" \n [ {{ \"counterparty_id\" : \"{0}\" ,\n \"debt\" : 5.0 }} ] \n")]
    [InlineData("{{\"counterparty_id\":\"{0}\",\"debt\":\"5\"}}")]
    [InlineData("\n{{\"counterparty_id\":\"{0}\",\"debt\":\"5,00\"}}\r\n\r\n")]
    public async Task Reads_one_row_of_any_format(string text)
    {
        var rows = await ReadAsync(File(string.Format(null, text, A)));

        var balance = Balance(rows.Should().ContainSingle().Subject);
        balance.Counterparty.Should().Be(CounterpartyId.Parse(A));
        balance.Debt.Should().Be(Money.Rub(5m));
    }

    [Fact]
    public async Task A_column_that_is_missing_is_unknown_and_an_empty_amount_is_zero_with_a_remark()
    {
        var balance = Balance((await ReadAsync(File($"counterparty_id;debt;blocked\n{A};;\n")))[0]);

        balance.Debt.Should().Be(Money.Rub(0m));
        balance.Notes.Should().ContainSingle().Which.Field.Should().Be("debt");
        balance.Advance.Should().BeNull();
        balance.IsBlocked.Should().BeNull();
        balance.AsOf.Should().Be(Now);
        balance.Unstated.Should().HaveFlag(BalanceFields.Advance).And.HaveFlag(BalanceFields.Terms).And.NotHaveFlag(BalanceFields.Debt);
    }

    [Fact]
    public async Task A_row_of_JSON_is_an_answer_with_its_lists_and_terms()
    {
        var json = $$$"""
            [{"counterparty_id":"{{{A}}}","currency":"978","debt":10.5,"updated_at":"2026-11-21T12:00:00Z",
              "payment_terms":{"type":"mixed","days":"14","prepay_percent":"30,5"},
              "documents":[{"id":"d","outstanding":10.5,"due_date":"2026-12-01"}],"payments":[{"sum":1}]}]
            """;

        var balance = Balance((await ReadAsync(File(json)))[0]);

        balance.Currency.Should().Be(Currency.Parse("EUR"));
        balance.AsOf.Should().Be(Instant.FromUtc(2026, 11, 21, 12, 0));
        balance.Terms.Should().Be(PaymentTerms.Mixed(30.5m, 14));
        balance.Documents.Should().ContainSingle().Which.DueDate.Should().Be(new LocalDate(2026, 12, 1));
        balance.Payments.Should().ContainSingle().Which.Amount!.Value.Amount.Should().Be(1m);
    }

    [Theory]
    [InlineData("counterparty_id;debt\n{0};5;6\n", 2, null, null, false, "*3 columns and the header 2*")]
    [InlineData("counterparty_id;debt\n{0}\n", 2, null, null, false, "*1 columns and the header 2*")]
    [InlineData("counterparty_id;debt\n\n{0};5x\n", 3, "debt", "5x", true, "*no amount*")]
    [InlineData("counterparty_id;debt\nx;5\n", 2, "counterparty_id", "x", false, "*no GUID*")]
    [InlineData("counterparty_id;debt\n;5\n", 2, "counterparty_id", null, false, "*missing or empty*")]
    [InlineData("counterparty_id;debt\n00000000-0000-0000-0000-000000000000;5\n", 2, "counterparty_id", null, false, "*missing or empty*")]
    [InlineData("counterparty_id;debt;advance\n{0};5;-1\n", 2, "advance", "-1", true, "*negative*")]
    [InlineData("counterparty_id;debt;blocked\n{0};5;maybe\n", 2, "blocked", "maybe", true, "*neither yes nor no*")]
    [InlineData("counterparty_id;debt;currency\n{0};5;XYZ\n", 2, "currency", "XYZ", true, "*no currency*")]
    [InlineData("counterparty_id;debt;payment_terms.type\n{0};5;cash\n", 2, "payment_terms.type", "cash", true, "*no terms*")]
    [InlineData(
        "counterparty_id;debt;payment_terms.type;payment_terms.days\n{0};5;mixed;7\n",
        2,
        "payment_terms.type",
        "mixed",
        true,
        "*wants days and a percent*"
    )]
    [InlineData("counterparty_id;name;debt\n{0};\"x;1\n0d000000-0000-4000-8000-000000000004;y\";5\n", 2, null, null, false, "*swallowed*")]
    [InlineData("[\n{{\"debt\":5}}]", 2, "counterparty_id", null, false, "*missing or empty*")]
    [InlineData("[{{\"counterparty_id\":\"{0}\"}}]", 1, null, null, true, "*none of the keys*")]
    [InlineData("[\n\n{{\"counterparty_id\":\"{0}\",\"debt\":1,\"debt\":2}}]", 3, "debt", null, true, "*stands twice*")]
    [InlineData(
        "[{{\"debt\":1,\"documents\":[{{\"outstanding\":\"?\"}}],\"counterparty_id\":\"{0}\"}}]",
        1,
        "documents[0].outstanding",
        "?",
        true,
        "*no amount*"
    )]
    [InlineData("[7]", 1, "counterparty_id", null, false, "*missing or empty*")]
    [InlineData("[{{\"counterparty_id\":\"{0}\",\"debt\":1,\"error\":\"no rights\"}}]", 1, null, null, true, "*reports an error*")]
    [InlineData("{{\"counterparty_id\":\"{0}\",\"debt\":1\n{{\"counterparty_id\":\"{0}\",\"debt\":1}}\n", 1, null, null, false, "*broken*")]
    [InlineData("{{\"counterparty_id\":\"{0}\",\"debt\":1}}{{}}\n", 1, null, null, false, "*broken*")]
    public async Task Rejects_a_row_and_says_why(string text, long line, string? field, string? value, bool isKnown, string reason)
    {
        var rows = await ReadAsync(File(string.Format(null, text, A)));

        var rejected = rows.OfType<RejectedRow>().Should().ContainSingle().Subject;
        rejected.Line.Should().Be(line);
        rejected.Field.Should().Be(field);
        rejected.Value.Should().Be(value);
        rejected.Reason.Should().Match(reason);
        rejected.Text.Should().NotBeNullOrEmpty();
        rejected.Counterparty.Should().Be(isKnown ? CounterpartyId.Parse(A) : null);
    }

    [Theory]
    [InlineData("", BalanceFileProblem.Truncated)]
    [InlineData(" \n", BalanceFileProblem.Truncated)]
    [InlineData("[", BalanceFileProblem.Truncated)]
    [InlineData("[{{\"counterparty_id\":\"{0}\",\"debt\":5}}", BalanceFileProblem.Truncated)]
    [InlineData("[{{\"counterparty_id\":\"{0}\",\"debt\":5}},", BalanceFileProblem.Truncated)]
    [InlineData("[{{\"counterparty_id\":\"{0}\",\"de", BalanceFileProblem.Truncated)]
    [InlineData("[{{}}{{}}]", BalanceFileProblem.Malformed)]
    [InlineData("[{{}},]", BalanceFileProblem.Malformed)]
    [InlineData("[{{]}}", BalanceFileProblem.Malformed)]
    [InlineData("[{{}}] 1", BalanceFileProblem.Malformed)]
    [InlineData("{{\"counterparty_id\":\"{0}\",\"debt\":5}}\n{{\"counterparty_id\":\"{0}\",\"de", BalanceFileProblem.Truncated)]
    [InlineData("counterparty_id;debt\n{0};5", BalanceFileProblem.Truncated)]
    [InlineData("counterparty_id;debt", BalanceFileProblem.Truncated)]
    [InlineData("counterparty_id;debt\n\"{0};5\n", BalanceFileProblem.Truncated)]
    [InlineData("counterparty_id;debt\n{0};\"5", BalanceFileProblem.Truncated)]
    [InlineData("counterparty_id;debt;debt\n{0};5;6\n", BalanceFileProblem.Columns)]
    [InlineData("counterparty;sum\n{0};5\n", BalanceFileProblem.Columns)]
    [InlineData("counterparty_id;sum\n{0};5\n", BalanceFileProblem.Columns)]
    [InlineData("debt;sum\n{0};5\n", BalanceFileProblem.Columns)]
    [InlineData("counterparty_id;debt;documents\n{0};5;6\n", BalanceFileProblem.Columns)]
    public async Task Refuses_a_file_as_a_whole(string text, BalanceFileProblem problem)
    {
        var bench = new ImportBench();

        var report = await bench.ImportAsync(string.Format(null, text, A));

        report.Should().BeEquivalentTo(new { Refusal = BalanceImportRefusal.FileUnusable, FileProblem = problem });
        report.Reason.Should().EndWith("Nothing was imported.");
        (await bench.FindAsync(A)).Should().BeNull();
    }

    [Fact]
    public async Task Shows_the_columns_seen_when_none_fits()
    {
        var report = await new ImportBench().ImportAsync("Покупатель;Сумма\nx;1\n");

        report.Reason.Should().Contain("'Покупатель', 'Сумма'").And.Contain("counterparty_id");
    }

    [Fact]
    public async Task Two_columns_of_one_meaning_are_refused()
    {
        var options = new OneCFileOptions();
        options.Fields.Debt = ["debt", "Долг"];

        var report = await new ImportBench().ImportAsync(File($"counterparty_id;debt;Долг\n{A};1;2\n", options: options));

        report.Reason.Should().Contain("debt and Долг both stand for Debt");
    }

    [Fact]
    public async Task Takes_a_last_row_without_a_line_break_where_the_host_says_so()
    {
        var rows = await ReadAsync(File($"counterparty_id;debt\n{A};5", options: new OneCFileOptions { AllowUnfinishedLastRow = true }));

        Balance(rows.Should().ContainSingle().Subject).Debt.Should().Be(Money.Rub(5m));
    }

    [Theory]
    [InlineData("[{{\"counterparty_id\":\"{0}\",\"x\":\"{1}\"}}]")]
    [InlineData("counterparty_id;debt;x\n{0};1;{1}\n")]
    [InlineData("counterparty_id;debt;x\n{0};1;\"{1}\n")]
    [InlineData("counterparty_id;debt;x\n{0};1;{2}\n")]
    public async Task A_row_beyond_the_limit_ends_the_import(string text)
    {
        var options = new OneCFileOptions { MaxRowBytes = 100_000 };
        var large = string.Format(null, text, A, new string('x', 1_000_000), string.Concat(Enumerable.Repeat("a;", 500_000)));

        var report = await new ImportBench().ImportAsync(File(large, options: options));

        report.FileProblem.Should().Be(BalanceFileProblem.RowTooLarge);
        report.Reason.Should().Contain("MaxRowBytes");
    }

    [Fact]
    public async Task A_line_of_JSON_beyond_the_limit_is_rejected_and_the_next_one_read()
    {
        var text =
            $"{{\"counterparty_id\":\"{A}\",\"x\":\"{new string('x', 1_000_000)}\",\"debt\":1}}\n{{\"counterparty_id\":\"{B}\",\"debt\":2}}\n";

        var rows = await ReadAsync(File(text, options: new OneCFileOptions { MaxRowBytes = 100_000 }));

        rows.Should().HaveCount(2);
        rows[0].Should().BeOfType<RejectedRow>().Which.Text.Should().StartWith($"{{\"counterparty_id\":\"{A}").And.HaveLength(1000);
        rows[1].Line.Should().Be(2);
        Balance(rows[1]).Debt.Should().Be(Money.Rub(2m));
    }

    [Fact]
    public async Task Letters_of_another_encoding_reject_their_row()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"counterparty_id;debt;currency\n{A};1;руб.\n{B};1;"), 0xF0, 0xF3, .. "\n"u8];

        var rows = await ReadAsync(File(bytes));

        rows[0].Should().BeOfType<ImportedBalance>();
        rows[1].Should().BeOfType<RejectedRow>().Which.Reason.Should().Contain("encoding");
    }

    [Fact]
    public async Task Reads_sign_unit_zone_and_keys_like_a_client()
    {
        var client = new OneCOptions
        {
            AmountSign = OneCAmountSign.DebtIsNegative,
            AmountUnit = OneCAmountUnit.Minor,
            DefaultCurrency = Currency.Byn,
        };
        client.Fields.Debt = ["Долг"];

        var balance = Balance((await ReadAsync(File($"counterparty_id;Долг\n{A};-12345\n", options: OneCFileOptions.Like(client))))[0]);

        balance.Debt.Should().Be(new Money(123.45m, Currency.Byn));
    }

    [Fact]
    public void Names_every_fault_of_the_options()
    {
        var options = new OneCFileOptions
        {
            Delimiter = 'x',
            MaxRowBytes = 1,
            TimeZone = "Moscow",
        };

        FluentActions
            .Invoking(() => File("[]", options: options))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*Delimiter is no mark*MaxRowBytes is 1*TimeZone is 'Moscow'*");
    }

    [Fact]
    public void A_key_may_not_be_two_columns_of_one_row()
    {
        var options = new OneCFileOptions();
        options.Fields.Counterparty = ["id"];

        FluentActions.Invoking(() => File("[]", options: options)).Should().NotThrow();
        FluentActions
            .Invoking(() => File("[]", BalanceImportPart.Documents, options))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*Fields.DocumentId holds the key 'id', which stands under Counterparty already*");
    }

    private static OneCFileOptions RussianKeys()
    {
        var options = new OneCFileOptions();
        options.Fields.Counterparty = ["Контрагент"];
        options.Fields.Debt = ["Долг"];
        options.Fields.Blocked = ["Стоп"];
        return options;
    }

    private static CounterpartyBalance Balance(ImportedRow row) => row.Should().BeOfType<ImportedBalance>().Subject.Balance;

    private static async Task<List<ImportedRow>> ReadAsync(OneCBalanceFile file)
    {
        var rows = new List<ImportedRow>();
        await foreach (var row in file.ReadAsync(Now, CancellationToken.None))
            rows.Add(row);
        return rows;
    }
}
