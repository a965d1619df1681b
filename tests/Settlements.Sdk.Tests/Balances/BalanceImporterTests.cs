using NodaTime;
using Settlements.Balances;
using Settlements.Terms;
using static Settlements.Tests.Balances.ImportBench;

namespace Settlements.Tests.Balances;

public sealed class BalanceImporterTests
{
    [Fact]
    public async Task Imports_a_full_snapshot_and_clears_who_is_gone()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n{B};200,50\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync($"counterparty_id;debt\n{B};150\n{C};7\n");

        report.IsCommitted.Should().BeTrue();
        report
            .Changes.Should()
            .BeEquivalentTo(
                new
                {
                    Added = 1L,
                    Changed = 1L,
                    Unchanged = 0L,
                    Cleared = 1L,
                    DebtorsBefore = 2L,
                }
            );
        (await bench.DebtAsync(A)).Should().Be(0m);
        (await bench.DebtAsync(B)).Should().Be(150m);
        (await bench.DebtAsync(C)).Should().Be(7m);
    }

    [Fact]
    public async Task A_delta_clears_nobody()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync(
            request => request with { Kind = BalanceImportKind.Delta },
            File($"counterparty_id;debt\n{B};1\n")
        );

        report.Changes!.Cleared.Should().Be(0);
        (await bench.DebtAsync(A)).Should().Be(100m);
    }

    [Fact]
    public async Task Keeps_whom_a_rejected_row_names_and_clears_the_others()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n{B};200\n{C};300\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync($"counterparty_id;debt\n{A};1,234\n{C};5\n");

        report.IsCommitted.Should().BeTrue();
        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    Rejected = 1L,
                    Kept = 1,
                    IsClearingHeldBack = false,
                }
            );
        (await bench.DebtAsync(A)).Should().Be(100m);
        (await bench.DebtAsync(B)).Should().Be(0m);
        bench
            .Rejected.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Line = 2L,
                    Part = BalanceImportPart.Balances,
                    Field = "debt",
                    Value = "1,234",
                    Counterparty = CounterpartyId.Parse(A),
                    Text = $"{A};1,234",
                }
            );
    }

    [Fact]
    public async Task Clears_nobody_when_a_rejected_row_may_be_anybodys()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n{B};200\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync($"counterparty_id;debt\n;1\n{B};5\n");

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsCommitted = true,
                    Rejected = 1L,
                    Kept = 0,
                    IsClearingHeldBack = true,
                }
            );
        (await bench.DebtAsync(A)).Should().Be(100m);
        (await bench.DebtAsync(B)).Should().Be(5m);
    }

    [Fact]
    public async Task Clears_despite_unknown_rejects_where_the_host_says_so()
    {
        var bench = new ImportBench(new BalanceImportOptions { ClearDespiteUnknownRejects = true });
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n{B};200\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync($"counterparty_id;debt\n;1\n{B};5\n");

        report.IsClearingHeldBack.Should().BeFalse();
        (await bench.DebtAsync(A)).Should().Be(0m);
    }

    [Fact]
    public async Task Rejects_both_rows_of_a_counterparty_that_stands_twice()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync($"counterparty_id;debt\n{A};1\n{B};2\n{A};3\n");

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsCommitted = true,
                    Rejected = 2L,
                    Kept = 1,
                }
            );
        bench.Rejected.Select(row => row.Line).Should().BeEquivalentTo([2L, 4L]);
        (await bench.DebtAsync(A)).Should().Be(100m);
    }

    [Fact]
    public async Task Refuses_files_older_than_the_last_unless_forced()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n");
        bench.AsOf -= Duration.FromMinutes(1);

        var refused = await bench.ImportAsync($"counterparty_id;debt\n{A};1\n");
        var forced = await bench.ImportAsync(request => request with { Force = true }, File($"counterparty_id;debt\n{A};1\n{B};2\n"));

        refused.Refusal.Should().Be(BalanceImportRefusal.OlderThanLast);
        forced.IsCommitted.Should().BeTrue();
        forced.Changes!.Older.Should().Be(1);
        (await bench.DebtAsync(A)).Should().Be(100m);
        (await bench.DebtAsync(B)).Should().Be(2m);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n");

        var again = await bench.ImportAsync($"counterparty_id;debt\n{A};100\n");

        again
            .Changes.Should()
            .BeEquivalentTo(
                new
                {
                    Added = 0L,
                    Changed = 0L,
                    Unchanged = 1L,
                    Cleared = 0L,
                }
            );
    }

    [Fact]
    public async Task Refuses_a_moment_in_the_future()
    {
        var bench = new ImportBench { AsOf = Now + Duration.FromMinutes(6) };

        var report = await bench.ImportAsync($"counterparty_id;debt\n{A};100\n");

        report.Refusal.Should().Be(BalanceImportRefusal.MomentInFuture);
        (await bench.FindAsync(A)).Should().BeNull();
    }

    [Theory]
    [InlineData(10, 7, null)]
    [InlineData(10, 6, BalanceImportRefusal.TooManyCleared)]
    [InlineData(2, 1, null)]
    [InlineData(4, 1, null)]
    [InlineData(5, 1, BalanceImportRefusal.TooManyCleared)]
    [InlineData(5, 0, BalanceImportRefusal.EmptySnapshot)]
    public async Task Refuses_to_clear_more_than_the_share(int before, int after, BalanceImportRefusal? expected)
    {
        var bench = new ImportBench();
        await bench.ImportAsync(Debtors(before));
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync(Debtors(after));
        var forced = await bench.ImportAsync(request => request with { Force = true }, File(Debtors(after)));

        report.Refusal.Should().Be(expected);
        forced.IsCommitted.Should().BeTrue();
        (await bench.Store.ListAsync(null, 100, CancellationToken.None)).Should().HaveCount(before);
    }

    [Theory]
    [InlineData(10, 5, null)]
    [InlineData(10, 6, BalanceImportRefusal.TooManyRejected)]
    [InlineData(1000, 50, null)]
    [InlineData(1000, 51, BalanceImportRefusal.TooManyRejected)]
    [InlineData(3, 3, BalanceImportRefusal.TooManyRejected)]
    public async Task Refuses_more_rejected_rows_than_the_share(int rows, int bad, BalanceImportRefusal? expected)
    {
        var bench = new ImportBench();
        var text = Debtors(rows).Split('\n');
        for (var i = 1; i <= bad; i++)
            text[i] = text[i].Replace(";10", ";ten", StringComparison.Ordinal);

        var report = await bench.ImportAsync(request => request with { Force = true }, File(string.Join('\n', text)));

        report.Refusal.Should().Be(expected);
        report.Rejected.Should().Be(bad);
        bench.Rejected.Should().HaveCount(bad);
    }

    [Fact]
    public async Task Refuses_another_number_of_rows_than_the_sender_says()
    {
        var bench = new ImportBench();

        var report = await bench.ImportAsync(request => request with { ExpectedBalances = 3 }, File(Debtors(2)));
        var whole = await bench.ImportAsync(request => request with { ExpectedBalances = 2 }, File(Debtors(2)));

        report.Refusal.Should().Be(BalanceImportRefusal.RowCount);
        whole.IsCommitted.Should().BeTrue();
    }

    [Fact]
    public async Task Takes_documents_and_payments_from_files_of_their_own()
    {
        var bench = new ImportBench();

        var report = await bench.ImportAsync(
            File($"counterparty_id;debt\n{A};100\n{B};0\n"),
            File(
                $"counterparty_id;id;number;date;due_date;amount;outstanding;order_id\n{A};d-1;УТ-1;01.11.2026;2026-11-10;150;100;A-1\n",
                BalanceImportPart.Documents
            ),
            File($"counterparty_id;id;date;sum\n{A};p-1;2026-11-02;50\n", BalanceImportPart.Payments)
        );

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsCommitted = true,
                    Balances = 2L,
                    Documents = 1L,
                    Payments = 1L,
                }
            );
        (await bench.FindAsync(A))!
            .Documents.Should()
            .Equal(
                new OpenDocument
                {
                    Id = "d-1",
                    Number = "УТ-1",
                    Date = new LocalDate(2026, 11, 1),
                    DueDate = new LocalDate(2026, 11, 10),
                    Amount = Money.Rub(150m),
                    Outstanding = Money.Rub(100m),
                    OrderId = "A-1",
                }
            );
        (await bench.FindAsync(B))!.Documents.Should().BeEmpty();
        var payments = await bench.Store.ListPaymentsAsync(CounterpartyId.Parse(A), null, 10, CancellationToken.None);
        payments.Payments.Should().ContainSingle().Which.Amount.Should().Be(Money.Rub(50m));
    }

    [Fact]
    public async Task A_document_of_nobody_makes_every_list_incomplete()
    {
        var bench = new ImportBench();

        var report = await bench.ImportAsync(
            request => request with { Force = true },
            File($"counterparty_id;debt\n{A};100\n"),
            File($"counterparty_id;outstanding\n{A};60\n;40\n", BalanceImportPart.Documents)
        );

        report.Refusal.Should().Be(BalanceImportRefusal.DocumentsIncomplete);
        (await bench.FindAsync(A)).Should().BeNull();
    }

    [Fact]
    public async Task A_bad_document_keeps_its_counterparty()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n{B};1\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync(
            File($"counterparty_id;debt\n{A};200\n{B};2\n"),
            File($"counterparty_id;outstanding\n{A};x\n{B};2\n", BalanceImportPart.Documents)
        );

        report.Should().BeEquivalentTo(new { IsCommitted = true, Kept = 1 });
        (await bench.DebtAsync(A)).Should().Be(100m);
        (await bench.DebtAsync(B)).Should().Be(2m);
    }

    [Fact]
    public async Task A_bad_payment_is_missing_from_the_history_and_nothing_else()
    {
        var bench = new ImportBench();
        await bench.ImportAsync($"counterparty_id;debt\n{A};100\n");
        bench.AsOf += Duration.FromMinutes(1);

        var report = await bench.ImportAsync(
            File($"counterparty_id;debt\n{A};60\n"),
            File($"counterparty_id;date;sum\n{A};2026-11-02;x\n{A};2026-11-03;40\n", BalanceImportPart.Payments)
        );

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsCommitted = true,
                    Kept = 0,
                    Rejected = 1L,
                }
            );
        (await bench.DebtAsync(A)).Should().Be(60m);
    }

    [Fact]
    public async Task Saves_terms_that_have_changed_and_no_others()
    {
        var bench = new ImportBench();
        var text = $$$"""
            {"counterparty_id":"{{{A}}}","debt":1,"payment_terms":{"type":"deferred","days":30}}
            {"counterparty_id":"{{{B}}}","debt":1,"payment_terms":{"type":"mixed","days":14,"prepay_percent":30}}
            {"counterparty_id":"{{{C}}}","debt":1,"payment_terms":null}
            """;

        var first = await bench.ImportAsync(text);
        var again = await bench.ImportAsync(text.Replace("\"days\":14", "\"days\":15", StringComparison.Ordinal));

        first.TermsChanged.Should().Be(2);
        again.TermsChanged.Should().Be(1);
        var kept = await bench.Terms.FindAsync(PaymentTermsOwner.Of(CounterpartyId.Parse(B)), CancellationToken.None);
        kept!.Versions.Should().ContainSingle().Which.Terms.Should().Be(PaymentTerms.Mixed(30m, 15));
        (await bench.Terms.FindAsync(PaymentTermsOwner.Of(CounterpartyId.Parse(C)), CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Saves_no_terms_of_an_import_that_was_refused()
    {
        var bench = new ImportBench();

        var report = await bench.ImportAsync(
            request => request with { ExpectedBalances = 5 },
            File($"{{\"counterparty_id\":\"{A}\",\"debt\":1,\"payment_terms\":{{\"type\":\"prepay\"}}}}")
        );

        report.TermsChanged.Should().BeNull();
        (await bench.Terms.FindAsync(PaymentTermsOwner.Of(CounterpartyId.Parse(A)), CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Terms_of_contracts_come_in_a_file_of_their_own_and_go_before_those_of_the_balance()
    {
        var bench = new ImportBench();
        var contract = new ContractId(Guid.Parse("0e000000-0000-4000-8000-000000000009"));

        var report = await bench.ImportAsync(
            File($"counterparty_id;debt;payment_terms.type;payment_terms.days\n{A};1;deferred;10\n{B};1;deferred;10\n"),
            File(
                $"counterparty_id;contract_id;payment_terms.type;payment_terms.days;payment_terms.prepay_percent\n{A};;prepay;;\n{A};{contract};mixed;7;50\n{B};;prepay;;\n{B};;deferred;9;\n",
                BalanceImportPart.Terms
            )
        );

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsCommitted = true,
                    TermsChanged = 2L,
                    Rejected = 1L,
                }
            );
        (await TermsAsync(bench, A, null)).Should().Be(PaymentTerms.Prepay());
        (await TermsAsync(bench, A, contract)).Should().Be(PaymentTerms.Mixed(50m, 7));
        (await TermsAsync(bench, B, null)).Should().BeNull("two rows contradict each other");
    }

    [Fact]
    public async Task Counts_rows_with_remarks()
    {
        var report = await new ImportBench().ImportAsync($"counterparty_id;debt;advance\n{A};;0\n{B};5;0\n");

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsCommitted = true,
                    Remarked = 1L,
                    FirstRemark = new { Field = "debt" },
                }
            );
    }

    [Fact]
    public async Task What_fails_passes_and_changes_nothing()
    {
        var bench = new ImportBench();
        await bench.ImportAsync(Debtors(3));
        var before = await bench.ContentsAsync();
        bench.AsOf += Duration.FromMinutes(1);

        var act = () => bench.ImportAsync(new BrokenFile());

        await act.Should().ThrowAsync<IOException>().WithMessage("The network is gone.");
        (await bench.ContentsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Wants_one_file_of_balances()
    {
        var bench = new ImportBench();

        await bench.Invoking(it => it.ImportAsync()).Should().ThrowAsync<ArgumentException>().WithMessage("*no file of balances*");
        await bench
            .Invoking(it => it.ImportAsync(File("[]"), File("[]")))
            .Should()
            .ThrowAsync<ArgumentException>()
            .WithMessage("*2 files of Balances*");
    }

    [Fact]
    public void Names_every_fault_of_the_options() =>
        FluentActions
            .Invoking(() => new ImportBench(new BalanceImportOptions { MaxClearedShare = 2, BatchSize = 0 }))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*MaxClearedShare is 2: use 0 to 1.*BatchSize is 0*");

    [Fact]
    public async Task Batches_do_not_change_the_outcome()
    {
        var small = new ImportBench(new BalanceImportOptions { BatchSize = 1 });
        var large = new ImportBench();

        await small.ImportAsync(Debtors(20));
        await large.ImportAsync(Debtors(20));

        (await small.ContentsAsync()).Should().Be(await large.ContentsAsync());
    }

    private static string Debtors(int count) =>
        "counterparty_id;debt\n"
        + string.Concat(Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"00000000-0000-4000-8000-{i:D12};10\n")));

    private static async Task<PaymentTerms?> TermsAsync(ImportBench bench, string counterparty, ContractId? contract) =>
        (await bench.Terms.FindAsync(PaymentTermsOwner.Of(CounterpartyId.Parse(counterparty), contract), CancellationToken.None))
            ?.Versions.Single()
            .Terms;

    private sealed class BrokenFile : IBalanceFile
    {
        public BalanceImportPart Part => BalanceImportPart.Balances;

        public async IAsyncEnumerable<ImportedRow> ReadAsync(
            Instant asOf,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await Task.Yield();
            yield return new ImportedBalance(
                1,
                new CounterpartyBalance(CounterpartyId.Parse(A), Currency.Rub, asOf) { Debt = Money.Rub(1m) }
            );
            throw new IOException("The network is gone.");
        }
    }
}
