using Microsoft.Extensions.Options;
using Settlements.Http;
using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>Examines one publication: the way to it, its login, its answers. Asks for balances and for nothing else.</summary>
internal sealed class OneCExamination(
    OneCPatient patient,
    FindingList findings,
    CheckRunner runner,
    DoctorOptions options,
    TimeProvider timeProvider
)
{
    private readonly string _server = patient.Name.Length == 0 ? "1C" : $"1C '{patient.Name}'";
    private readonly List<OneCExchange> _named = [];
    private OneCOptions? _settings;
    private OneCExchange? _unknown;

    /// <returns>The currency of the publication's amounts; null when its options are not valid.</returns>
    internal async Task<Currency?> RunAsync(IReadOnlyCollection<CounterpartyId> counterparties)
    {
        await runner.RunAsync(DoctorCode.Options, _server, () => _settings = Options()).ConfigureAwait(false);
        if (_settings is not { } settings)
        {
            SkipRest("The options are not valid.");
            return null;
        }

        findings.Redact = new SecretRedactor([
            settings.Key,
            settings.Password,
            settings.BearerToken,
            settings.AuthenticationHeaderValue,
            $"{settings.User}:{settings.Password}",
        ]).Redact;
        var network = new NetworkCheck(findings, runner, options, timeProvider);
        if (!await network.PassesAsync(settings.BaseUrl!).ConfigureAwait(false))
        {
            SkipRest("There is no connection.");
            return settings.DefaultCurrency;
        }

        await AskAsync(settings, counterparties).ConfigureAwait(false);
        await JudgeAsync(settings, counterparties).ConfigureAwait(false);
        return settings.DefaultCurrency;
    }

    private OneCOptions? Options()
    {
        try
        {
            var settings = patient.Options();
            findings.Add(DoctorCode.Options, _server, settings.ToString());
            return settings;
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                findings.Add(DoctorCode.OptionsInvalid, _server, failure);
            return null;
        }
    }

    private async Task AskAsync(OneCOptions settings, IReadOnlyCollection<CounterpartyId> counterparties)
    {
        foreach (var counterparty in counterparties)
        {
            var isDone = await runner
                .RunAsync(
                    DoctorCode.Service,
                    Subject(counterparty),
                    async token => _named.Add(await AskAsync(counterparty, token).ConfigureAwait(false))
                )
                .ConfigureAwait(false);
            // A second refused login would bring the user closer to being locked out; and what is not trusted or not there will not be so for the next.
            if (
                !isDone
                || _named is [.., { IsAnswered: false } or { Error.Error: SettlementsError.NotAuthenticated or SettlementsError.Forbidden }]
            )
                return;
        }

        await runner
            .RunAsync(
                DoctorCode.UnknownCounterparty,
                settings.BaseUrl!.IdnHost,
                async token => _unknown = await AskAsync(new CounterpartyId(Guid.NewGuid()), token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
    }

    private Task<OneCExchange> AskAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        OneCExchange.RunAsync(patient.Client(), counterparty, timeProvider, cancellationToken);

    private async Task JudgeAsync(OneCOptions settings, IReadOnlyCollection<CounterpartyId> counterparties)
    {
        List<OneCExchange> all = [.. _named, .. _unknown is null ? [] : new[] { _unknown }];
        var isTlsKnown =
            findings.Has(DoctorCode.CertificateUntrusted)
            || findings.Has(DoctorCode.CertificateExpired)
            || findings.Has(DoctorCode.TlsFailed);
        var stamp = all.Select(exchange => exchange.Stamp).FirstOrDefault(stamp => stamp is not null);
        await runner
            .RunAsync(
                DoctorCode.Service,
                _server,
                () => OneCServiceJudgement.Judge(findings, _server, settings, _named, _unknown, isTlsKnown)
            )
            .ConfigureAwait(false);
        await runner
            .RunAsync(DoctorCode.Clock, _server, () => ClockCheck.Judge(findings, _server, stamp, options.ClockTolerance))
            .ConfigureAwait(false);
        await runner
            .RunAsync(DoctorCode.Sessions, _server, () => OneCSessionJudgement.Judge(findings, _server, settings, all))
            .ConfigureAwait(false);
        await runner.RunAsync(DoctorCode.UnknownCounterparty, _server, JudgeUnknown).ConfigureAwait(false);
        foreach (var exchange in _named)
            await runner
                .RunAsync(
                    DoctorCode.Field,
                    Subject(exchange.Counterparty),
                    () => new AnswerJudgement(findings, settings, exchange, options, timeProvider).Judge()
                )
                .ConfigureAwait(false);
        foreach (var counterparty in counterparties.Where(id => _named.TrueForAll(exchange => exchange.Counterparty != id)))
            findings.Skip(DoctorCode.Field, Subject(counterparty), "Not asked: the question before it found no answer.");
        if (counterparties.Count == 0)
            findings.Skip(DoctorCode.Field, _server, "No counterparty was named whose answer could be looked at.");
    }

    private void JudgeUnknown()
    {
        switch (_unknown)
        {
            case null or { IsAnswered: false } or { Error.Error: SettlementsError.NotAuthenticated or SettlementsError.Forbidden }:
                findings.Skip(DoctorCode.UnknownCounterparty, _server, "The service could not be asked.");
                break;
            case { Balance: { Debt: not null } or { Advance: not null } or { Overdue: not null } }:
                findings.Add(
                    DoctorCode.UnknownCounterpartyHasBalance,
                    _server,
                    "A GUID that was made up a moment ago was answered with figures, as if it were a customer."
                );
                break;
            case { Balance: not null }:
            case { Error.Error: SettlementsError.NotFound or SettlementsError.Rejected }:
            case { Error.Error: SettlementsError.InvalidResponse, BodyKind: ErrorBodyKind.Json }:
                findings.Add(
                    DoctorCode.UnknownCounterparty,
                    _server,
                    _unknown.Error is { } refusal
                        ? $"A GUID that was made up is refused: {DoctorJson.Name(refusal.Error)}."
                        : "A GUID that was made up gets no figures."
                );
                break;
            default:
                findings.Skip(DoctorCode.UnknownCounterparty, _server, $"The answer tells nothing about it: {_unknown.Error!.Message}");
                break;
        }
    }

    private void SkipRest(string why)
    {
        foreach (
            var check in new[]
            {
                DoctorCode.Login,
                DoctorCode.Service,
                DoctorCode.Clock,
                DoctorCode.Sessions,
                DoctorCode.UnknownCounterparty,
                DoctorCode.Field,
            }
        )
            findings.Skip(check, _server, why);
    }

    private static string Subject(CounterpartyId counterparty) => $"counterparty {counterparty}";
}
