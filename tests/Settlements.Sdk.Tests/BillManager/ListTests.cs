using NodaTime;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class ListTests : IAsyncDisposable
{
    private static readonly BillManagerPaymentFilter All = new();

    private readonly MockPanel _panel = new();

    public ValueTask DisposeAsync() => _panel.DisposeAsync();

    [Fact]
    public async Task A_list_is_read_page_by_page_with_its_filter_on_every_page()
    {
        _panel.Configure.Add(options => options.PageSize = 10);
        _panel.On("payment", Page(1, 1, 10, 23), Page(2, 11, 20, 23), Page(3, 21, 23, 23));

        var rows = await Read(new BillManagerPaymentFilter { AccountId = 8 });

        rows.Select(r => r.Id).Should().Equal(Enumerable.Range(1, 23).Select(i => (long)i));
        _panel.SentTo("payment").Select(s => s["p_num"]).Should().Equal("1", "2", "3");
        _panel.SentTo("payment").Should().OnlyContain(s => s["filter"] == "on" && s["p_cnt"] == "10" && s["account_id"] == "8");
    }

    [Fact]
    public async Task A_filter_goes_out_in_the_panels_words()
    {
        _panel.On("payment", PanelDocuments.List("payment", []));

        await Read(
            new BillManagerPaymentFilter
            {
                Id = 1,
                Number = "pfx/1",
                Statuses = [BillManagerPaymentStatus.New, BillManagerPaymentStatus.Initiated],
                AccountId = 2,
                AccountName = "Ромашка",
                ProviderId = 3,
                PayerId = 4,
                PaymentMethodId = 5,
                CreatedFrom = new LocalDate(2026, 11, 1),
                CreatedTo = new LocalDate(2026, 11, 30),
                AmountFrom = 10m,
                AmountTo = 10.5m,
            }
        );

        _panel
            .SentTo("payment")
            .Single()
            .Should()
            .Contain(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["filter"] = "on",
                    ["id"] = "1",
                    ["number"] = "pfx/1",
                    ["status"] = "1,8",
                    ["account_id"] = "2",
                    ["account"] = "Ромашка",
                    ["project"] = "3",
                    ["sender_id"] = "4",
                    ["paymethod"] = "5",
                    ["createdate"] = "other",
                    ["createdatestart"] = "2026-11-01",
                    ["createdateend"] = "2026-11-30",
                    ["saamount_from"] = "10.00",
                    ["saamount_to"] = "10.50",
                }
            );
    }

    [Fact]
    public async Task An_empty_list_is_a_list() => (await ReadOf(PanelDocuments.List("payment", []))).Should().BeEmpty();

    [Theory]
    [InlineData("<saved_filters/>")]
    [InlineData("<ok>func=desktop</ok>")]
    [InlineData("<elid>1</elid><name>x</name>")]
    public async Task What_is_no_list_is_not_taken_for_an_empty_one(string content)
    {
        var thrown = await Failing(PanelDocuments.Doc("logon", content));

        thrown.Problem.Should().Be(BillManagerProblem.UnexpectedDocument);
        thrown.Message.Should().Contain("'logon'");
    }

    [Theory]
    [InlineData(4999, false)]
    [InlineData(5000, true)]
    [InlineData(5001, true)]
    public async Task A_list_at_the_panels_cap_is_an_error_before_its_first_row(int total, bool isError)
    {
        _panel.On("payment", PanelDocuments.List("payment", [PanelDocuments.PaymentRow(1)], total));
        var rows = _panel.Client().ListPaymentsAsync(All).GetAsyncEnumerator();

        var first = async () => await rows.MoveNextAsync();

        if (isError)
            (await first.Should().ThrowAsync<BillManagerException>()).Which.Problem.Should().Be(BillManagerProblem.ListCapped);
        else
            (await first()).Should().BeTrue();
    }

    [Fact]
    public async Task A_list_that_does_not_say_its_total_is_counted()
    {
        _panel.Configure.Add(options => options.ListCap = 100);
        var rows = string.Concat(Enumerable.Range(1, 100).Select(i => $"<elem><id>{i}</id></elem>"));

        (await Failing(PanelDocuments.Doc("payment", rows))).Problem.Should().Be(BillManagerProblem.ListCapped);
    }

    public static TheoryData<string, BillManagerPaymentFilter> Excluded =>
        new()
        {
            {
                "<id>2</id>",
                new() { Id = 1 }
            },
            {
                "<id>1</id><number>pfx/2</number>",
                new() { Number = "pfx/1" }
            },
            {
                "<id>1</id><status orig=\"9\">x</status>",
                new() { Statuses = [BillManagerPaymentStatus.New] }
            },
            {
                "<id>1</id><account_id>9</account_id>",
                new() { AccountId = 8 }
            },
            {
                "<id>1</id><account_name>Лютик</account_name>",
                new() { AccountName = "Ромашка" }
            },
            {
                "<id>1</id><sender_id>9</sender_id>",
                new() { PayerId = 8 }
            },
            {
                "<id>1</id><create_date>2026-11-20</create_date>",
                new() { CreatedFrom = new LocalDate(2026, 11, 21) }
            },
            {
                "<id>1</id><create_date>2026-11-22</create_date>",
                new() { CreatedTo = new LocalDate(2026, 11, 21) }
            },
            {
                "<id>1</id><subaccountamount_iso>9.99 RUB</subaccountamount_iso>",
                new() { AmountFrom = 10m }
            },
            {
                "<id>1</id><subaccountamount_iso>10.01 RUB</subaccountamount_iso>",
                new() { AmountTo = 10m }
            },
        };

    [Theory]
    [MemberData(nameof(Excluded))]
    public async Task A_row_that_the_filter_excludes_tells_of_a_saved_filter(string row, BillManagerPaymentFilter filter)
    {
        var thrown = await Failing(PanelDocuments.List("payment", [row]), filter);

        thrown.Problem.Should().Be(BillManagerProblem.FilterIgnored);
        thrown.Message.Should().Contain("saved in the web interface");
    }

    [Fact]
    public async Task Payers_and_accounts_are_checked_against_their_filters_too()
    {
        _panel
            .On("profile", PanelDocuments.List("profile", ["<id>1</id><vatnum>7702070139</vatnum>"]))
            .On("account", PanelDocuments.List("account", ["<id>9</id>"]))
            .On("subaccount", PanelDocuments.List("subaccount", ["<id>5</id><account_id>9</account_id>"]))
            .On("invoice", PanelDocuments.List("invoice", ["<id>5</id><cdate>2026-10-31</cdate>"]));
        var client = _panel.Client();
        Func<Task>[] reads =
        [
            async () => await client.ListPayersAsync(new BillManagerPayerFilter { TaxId = "7707083893" }).ToListAsync(),
            async () => await client.ListAccountsAsync(new BillManagerAccountFilter { Id = 8 }).ToListAsync(),
            async () => await client.ListSubaccountsAsync(8).ToListAsync(),
            async () => await client.ListInvoicesAsync(new BillManagerInvoiceFilter { From = new LocalDate(2026, 11, 1) }).ToListAsync(),
        ];

        foreach (var read in reads)
            (await read.Should().ThrowAsync<BillManagerException>()).Which.Problem.Should().Be(BillManagerProblem.FilterIgnored);
    }

    [Fact]
    public async Task A_panel_that_matches_names_by_a_part_is_not_taken_for_a_saved_filter() =>
        (
            await ReadOf(
                PanelDocuments.List("payment", ["<id>1</id><account_name>ООО «Ромашка»</account_name>"]),
                new() { AccountName = "ромашка" }
            )
        )
            .Should()
            .ContainSingle();

    public static TheoryData<string[]> Changing =>
        [
            [Page(1, 1, 10, 23), Page(2, 11, 20, 24)],
            [Page(1, 1, 10, 23), Page(2, 10, 19, 23)],
            [Page(1, 1, 10, 23), Page(2, 1, 10, 23)],
            [Page(1, 1, 10, 23), Page(2, 1, 0, 23)],
            [Page(1, 1, 10, 5)],
        ];

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_list_that_changes_under_the_reader_is_an_error_that_passes(string[] pages)
    {
        _panel.Configure.Add(options => options.PageSize = 10);
        _panel.On("payment", pages);

        var thrown = (await FluentActions.Awaiting(() => Read(All)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Problem.Should().Be(BillManagerProblem.ListChanged);
        thrown.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_total_a_short_page_is_the_last()
    {
        _panel.Configure.Add(options => options.PageSize = 10);
        string Bare(int from, int to) =>
            PanelDocuments.Doc(
                "payment",
                string.Concat(Enumerable.Range(from, to - from + 1).Select(i => $"<elem><id>{i}</id></elem>")) + "<p_cnt>10</p_cnt>"
            );
        _panel.On("payment", Bare(1, 10), Bare(11, 15));

        (await Read(All)).Should().HaveCount(15);
    }

    private static string Page(int page, int from, int to, int total) =>
        PanelDocuments.List("payment", Enumerable.Range(from, to - from + 1).Select(i => PanelDocuments.PaymentRow(i)), total, page, 10);

    private async Task<List<BillManagerPayment>> Read(BillManagerPaymentFilter filter) =>
        await _panel.Client().ListPaymentsAsync(filter).ToListAsync();

    private Task<List<BillManagerPayment>> ReadOf(string document, BillManagerPaymentFilter? filter = null)
    {
        _panel.On("payment", document);
        return Read(filter ?? All);
    }

    private async Task<BillManagerException> Failing(string document, BillManagerPaymentFilter? filter = null) =>
        (await FluentActions.Awaiting(() => ReadOf(document, filter)).Should().ThrowAsync<BillManagerException>()).Which;
}
