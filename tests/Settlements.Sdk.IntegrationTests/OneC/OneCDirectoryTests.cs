using System.Collections.Concurrent;
using System.Diagnostics;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Searching and registering over real sockets, and registrations whose answers are lost.</summary>
public sealed class OneCDirectoryTests : OneCDirectoryTest
{
    protected override OneCEmulatorOptions Publication => new() { Sessions = OneCSessionMode.Use };

    [Fact]
    public async Task A_search_finds_every_branch_and_a_GUID_finds_one()
    {
        var directory = Directory();

        var branches = await directory.FindByTaxIdAsync(Company, CancellationToken.None);
        var one = await directory.FindAsync(Vasilek, CancellationToken.None);
        var none = await directory.FindAsync(CounterpartyId.Parse("11111111-2222-4333-8444-555566667777"), CancellationToken.None);

        branches.Select(branch => (branch.Id, branch.TaxId!.Value.Kpp)).Should().Equal((Romashka, Moscow), (Vasilek, Kazan));
        one!.Name.Should().Be("ООО Ромашка, Казань");
        none.Should().BeNull();
        (await directory.FindByTaxIdAsync(Newcomer, CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_number_that_lost_its_zero_in_1C_is_found_and_read()
    {
        var adygea = TaxId.Parse("0105000015", TaxIdCountry.Russia);
        var directory = Directory();
        Server.SetCounterparty(Romashka, new EmulatedCounterparty { Tin = 105000015m });

        var found = await directory.FindByTaxIdAsync(adygea, CancellationToken.None);

        found.Should().ContainSingle().Which.TaxId.Should().Be(adygea);
    }

    [Fact]
    public async Task A_registration_is_found_afterwards()
    {
        var directory = Directory();

        var made = await directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None);
        var found = await directory.FindByTaxIdAsync(Newcomer, CancellationToken.None);

        made.WasThere.Should().BeFalse();
        found.Should().Equal(made.Counterparty);
        found[0].TaxId.Should().Be(Newcomer);
        Server.Registrations.Should().Equal(new EmulatedRegistration("user-1", made.Counterparty.Id, WasThere: false));
    }

    [Fact]
    public async Task A_number_that_is_there_is_not_registered_again_under_any_key()
    {
        var directory = Directory();

        var known = await directory.RegisterAsync(New("user-1", Company), CancellationToken.None);
        var first = await directory.RegisterAsync(New("user-2", Newcomer), CancellationToken.None);
        var second = await directory.RegisterAsync(New("user-3", Newcomer), CancellationToken.None);

        known.Should().BeEquivalentTo(new { WasThere = true, Counterparty = new { Id = Romashka } });
        second.WasThere.Should().BeTrue();
        second.Counterparty.Should().Be(first.Counterparty);
        Server.Counterparties.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_key_that_comes_again_with_other_data_is_refused()
    {
        var directory = Directory();
        await directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None);

        var refusal = await FailureAsync(directory.RegisterAsync(New("user-1", taxId: null), CancellationToken.None));

        refusal.Error.Should().Be(SettlementsError.Rejected);
        Server.Counterparties.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_hundred_calls_with_one_key_at_one_moment_register_once()
    {
        var directory = Directory(options => options.Resilience.MaxQueuedRequests = 200);

        var made = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => directory.RegisterAsync(New("user-1", taxId: null), CancellationToken.None))
        );

        made.Select(registration => registration.Counterparty.Id).Distinct().Should().HaveCount(1);
        made.Count(registration => !registration.WasThere).Should().Be(1);
        Server.Counterparties.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("reset before the headers")]
    [InlineData("reset in the body")]
    [InlineData("closed early")]
    [InlineData("504 after the work")]
    public async Task A_lost_answer_is_asked_for_again_and_gives_the_same_counterparty(string fault)
    {
        var directory = Directory();
        Server.Faults.Next(LostAnswer(fault));

        var call = directory.RegisterAsync(New("user-1", taxId: null), CancellationToken.None);
        if (fault == "silence")
        {
            await Server.Requests.WaitForCountAsync(1);
            Clock.Advance(TimeSpan.FromSeconds(7));
        }
        var made = await call;

        Server.Requests.Count.Should().Be(2);
        Server.Requests.All[1].Body.Should().Be(Server.Requests.All[0].Body);
        Server.Registrations.Should().ContainSingle().Which.Counterparty.Should().Be(made.Counterparty.Id);
        Server.Counterparties.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("reset before the headers")]
    [InlineData("reset in the body")]
    [InlineData("closed early")]
    [InlineData("504 after the work")]
    public async Task A_caller_whose_call_failed_asks_again_and_gets_the_same_counterparty(string fault)
    {
        var directory = Directory();
        Server.Faults.Always(LostAnswer(fault));
        var failure = await FailureAsync(directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None));
        Server.Faults.Clear();

        var made = await directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None);

        failure.IsTransient.Should().BeTrue();
        made.WasThere.Should().BeTrue();
        Server.Registrations.Should().ContainSingle().Which.Counterparty.Should().Be(made.Counterparty.Id);
        Server.Counterparties.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_kept_session_that_1C_forgot_costs_no_second_registration()
    {
        var directory = Directory(options => options.ReuseSessions = true);
        await directory.FindAsync(Romashka, CancellationToken.None);
        Server.Faults.Next(OneCFault.Custom("404 after the work", (_, answer) => answer with { Status = 404, Body = default }));

        var made = await directory.RegisterAsync(New("user-1", taxId: null), CancellationToken.None);

        Server.Registrations.Should().ContainSingle().Which.Counterparty.Should().Be(made.Counterparty.Id);
        Server.Counterparties.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_tax_number_and_no_name_stands_in_a_log_or_a_trace(bool fails)
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        var directory = Directory();
        if (fails)
            Server.Faults.Always(OneCFault.Proxy(503));

        try
        {
            await directory.FindByTaxIdAsync(Company, CancellationToken.None);
            await directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None);
        }
        catch (OneCException e)
        {
            seen.Enqueue(e.ToString());
        }

        Server.Requests.All[0].Target.Should().Contain(Inn);
        seen.Should().Contain(line => line.StartsWith("onec.counterparty.search", StringComparison.Ordinal));
        string.Join('\n', seen.Concat(Log.Entries)).Should().NotContainAny(Inn, Newcomer.Number, "Новичок", "novichok");
    }

    [Fact]
    public async Task Other_methods_and_other_bodies_are_the_service_s_own_errors()
    {
        _ = Directory();
        using var http = new HttpClient();
        var address = new Uri($"{Server.BaseUrl}/counterparties");

        using var put = await http.PutAsync(address, new StringContent("{}"));
        using var without = await http.GetAsync(address);
        using var broken = await http.PostAsync(address, new StringContent("{"));
        using var keyless = await http.PostAsync(address, new StringContent("""{"name":"x"}"""));

        ((int)put.StatusCode).Should().Be(405);
        ((int)without.StatusCode).Should().Be(500);
        (await broken.Content.ReadAsStringAsync()).Should().Contain("Ошибка чтения JSON");
        (await keyless.Content.ReadAsStringAsync()).Should().Contain("Поле объекта не обнаружено");
        Server.Registrations.Should().BeEmpty();
    }

    private static OneCFault LostAnswer(string name) =>
        name switch
        {
            "silence" => OneCFault.Silence(),
            "reset before the headers" => OneCFault.ResetBeforeHeaders(),
            "reset in the body" => OneCFault.Reset(),
            "closed early" => OneCFault.ClosedEarly(),
            _ => OneCFault.Custom(name, (_, answer) => answer.WithText("") with { Status = 504 }),
        };
}
