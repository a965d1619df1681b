using Settlements.Linking;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Every fault of the emulated server against search and registration: never two registrations, never a wrong counterparty, never a failure taken for "none".</summary>
public sealed class OneCDirectoryFaultTests : OneCDirectoryTest
{
    /// <summary>The answer arrives in another shape, and says the same.</summary>
    private static readonly Dictionary<string, OneCFault> Harmless = new(StringComparer.Ordinal)
    {
        ["gzip"] = OneCFault.Gzip(),
        ["chunked"] = OneCFault.Chunked(),
        ["windows-1251"] = OneCFault.Windows1251(),
        ["content type absent"] = OneCFault.ContentType(null),
        ["content type of a page"] = OneCFault.ContentType("text/html"),
        ["no byte order mark"] = OneCFault.ByteOrderMark(present: false),
        ["JSON in a string"] = OneCFault.JsonInString(),
        ["envelope"] = OneCFault.Envelope("data"),
        ["success envelope"] = OneCFault.SuccessEnvelope(),
        ["array of one"] = OneCFault.ArrayOfOne(),
        ["envelope in an array, packed"] = OneCFault.Envelope("result").Then(OneCFault.ArrayOfOne()).Then(OneCFault.Gzip()),
        ["large"] = OneCFault.HugeBody(100_000),
        ["deep"] = OneCFault.DeepBody(20),
    };

    /// <summary>What a request gets in place of an answer, or an answer that cannot be believed.</summary>
    private static readonly Dictionary<string, OneCFault> Refusing = new(StringComparer.Ordinal)
    {
        ["401"] = OneCFault.NotAuthenticated(),
        ["403 maintenance"] = OneCFault.Maintenance(),
        ["403 locked out"] = OneCFault.LockedOut(),
        ["403 no rights"] = OneCFault.NoRights(),
        ["403 address list"] = OneCFault.AddressDenied(),
        ["404"] = OneCFault.NotFound(),
        ["404 of the handler"] = OneCFault.UnknownCounterparty(),
        ["405"] = OneCFault.MethodNotAllowed(),
        ["406"] = OneCFault.NoFreeSession(),
        ["409"] = OneCFault.VersionMismatch(),
        ["429"] = OneCFault.TooManyRequests(),
        ["500 no licence"] = OneCFault.NoLicence(),
        ["500 of the platform"] = OneCFault.PlatformError(),
        ["500 handler exception"] = OneCFault.HandlerException(),
        ["200 handler exception"] = OneCFault.HandlerException(status: 200),
        ["200 success false"] = OneCFault.SuccessFalse(),
        ["200 error field"] = OneCFault.ErrorField(),
        ["200 pseudo-JSON"] = OneCFault.PseudoJson(status: 200),
        ["502"] = OneCFault.Proxy(502),
        ["503"] = OneCFault.Proxy(503),
        ["504"] = OneCFault.Proxy(504),
        ["302"] = OneCFault.Redirect(new Uri("http://127.0.0.1:9/elsewhere")),
        ["login page"] = OneCFault.LoginPage(),
        ["empty body"] = OneCFault.EmptyBody(),
        ["empty object"] = OneCFault.Status(200, "{}"),
        ["the word null"] = OneCFault.Status(200, "null"),
        ["truncated"] = OneCFault.Truncated(),
        ["truncated before the end"] = OneCFault.Truncated(0.99),
        ["duplicate key"] = OneCFault.DuplicateKey("counterparties", OneCValue.Array()).Then(OneCFault.DuplicateKey("counterparties", 1m)),
        ["truncated gzip"] = OneCFault.TruncatedGzip(),
        ["gzip bomb"] = OneCFault.GzipBomb(),
        ["too deep"] = OneCFault.DeepBody(200),
        ["huge, in chunks"] = OneCFault.HugeBody(5 * 1024 * 1024).Then(OneCFault.Chunked()),
        ["closed early"] = OneCFault.ClosedEarly(),
        ["reset in the body"] = OneCFault.Reset(),
        ["reset before the headers"] = OneCFault.ResetBeforeHeaders(),
        ["an answer to somebody else"] = OneCFault.Status(
            200,
            """{"counterparties":[{"counterparty_id":"0a94d6f5-1be0-4b2e-9c3f-5d6e7f809a1b","tin":"500100732259"}],"tin":"500100732259"}"""
        ),
        ["a counterparty without a number"] = OneCFault.Status(
            200,
            """{"counterparties":[{"counterparty_id":"0a94d6f5-1be0-4b2e-9c3f-5d6e7f809a1b"}]}"""
        ),
    };

    public static TheoryData<string> HarmlessNames => [.. Harmless.Keys];

    public static TheoryData<string> RefusingNames => [.. Refusing.Keys];

    [Theory]
    [MemberData(nameof(HarmlessNames))]
    public async Task An_answer_in_another_shape_is_read_all_the_same(string fault)
    {
        var directory = Directory();
        Server.Faults.Always(Harmless[fault]);

        var found = await directory.FindByTaxIdAsync(Company, CancellationToken.None);
        var one = await directory.FindAsync(Romashka, CancellationToken.None);
        var made = await directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None);

        found.Select(entry => entry.Id).Should().Equal(Romashka, Vasilek);
        one.Should().Be(found[0]);
        Server.Registrations.Should().ContainSingle().Which.Counterparty.Should().Be(made.Counterparty.Id);
    }

    [Theory]
    [MemberData(nameof(RefusingNames))]
    public async Task A_failed_search_is_an_error_and_never_an_empty_list(string fault)
    {
        var directory = Directory();
        Server.Faults.Always(Refusing[fault]);

        await FailureAsync(directory.FindByTaxIdAsync(Newcomer, CancellationToken.None));
        await FailureAsync(directory.FindByTaxIdAsync(Company, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(RefusingNames))]
    public async Task A_failed_registration_asked_for_again_makes_one_counterparty(string fault)
    {
        var directory = Directory(options => options.AuthenticationPause = TimeSpan.Zero);
        Server.Faults.Always(Refusing[fault]);
        await FailureAsync(directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None));
        Server.Faults.Clear();

        var made = await directory.RegisterAsync(New("user-1", Newcomer), CancellationToken.None);

        Server.Registrations.Should().ContainSingle().Which.Counterparty.Should().Be(made.Counterparty.Id);
        Server.Counterparties.Should().HaveCount(3);
        made.Counterparty.TaxId.Should().Be(Newcomer);
    }

    [Theory]
    [MemberData(nameof(RefusingNames))]
    public async Task A_user_is_linked_rightly_or_not_at_all(string fault)
    {
        var directory = Directory(options => options.AuthenticationPause = TimeSpan.Zero);
        var linker = new CounterpartyLinker(new InMemoryCounterpartyLinkStore(), new CounterpartyLinkerOptions(), Clock, directory);
        var user = new UserToLink
        {
            UserId = "user-1",
            TaxId = Newcomer,
            Registration = New("user-1", Newcomer),
        };
        // The search passes, and the registration after it meets the fault.
        Server.Faults.When(request => request.Method == "POST", Refusing[fault]);
        await linker.Awaiting(l => l.LinkAsync(user)).Should().ThrowAsync<OneCException>();
        (await linker.FindAsync("user-1")).Should().BeNull();
        Server.Faults.Clear();

        var result = await linker.LinkAsync(user);

        result.Outcome.Should().Be(LinkingOutcome.Linked);
        Server.Counterparties.Should().HaveCount(3).And.ContainKey(result.Link!.Counterparty!.Value);
        Server.Registrations.Count(registration => registration.Counterparty != result.Link.Counterparty).Should().Be(0);
    }
}
