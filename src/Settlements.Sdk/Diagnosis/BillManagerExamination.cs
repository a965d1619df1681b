using Microsoft.Extensions.Options;
using Settlements.BillManager;

namespace Settlements.Diagnosis;

/// <summary>Examines the panel: the way to it, its login, what its lists and forms show. Shows and submits nothing.</summary>
internal sealed class BillManagerExamination(
    BillManagerPatient patient,
    FindingList findings,
    CheckRunner runner,
    DoctorOptions options,
    TimeProvider timeProvider
)
{
    private const string Server = "BILLmanager";

    private static readonly DoctorCode[] Rest =
    [
        DoctorCode.Clock,
        DoctorCode.SavedFilter,
        DoctorCode.Columns,
        DoctorCode.PaymentMethod,
        DoctorCode.Currency,
        DoctorCode.Company,
    ];

    private BillManagerOptions? _settings;
    private BillManagerClient? _client;
    private BillManagerIdentity? _identity;

    internal async Task RunAsync(IEnumerable<Currency> currencies)
    {
        await runner.RunAsync(DoctorCode.Options, Server, Prepare).ConfigureAwait(false);
        if (_settings is not { } settings || _client is not { } client)
        {
            SkipRest(
                [DoctorCode.Login, DoctorCode.TwoFactor, DoctorCode.AccessLevel, DoctorCode.Version, .. Rest],
                "The options are not valid."
            );
            return;
        }

        var network = new NetworkCheck(findings, runner, options, timeProvider);
        if (!await network.PassesAsync(PanelEndpoint.Complete(settings.Endpoint!)).ConfigureAwait(false))
        {
            SkipRest(
                [DoctorCode.Login, DoctorCode.TwoFactor, DoctorCode.AccessLevel, DoctorCode.Version, .. Rest],
                "There is no connection."
            );
            return;
        }

        await runner.RunAsync(DoctorCode.Login, Server, token => LogInAsync(client, token)).ConfigureAwait(false);
        if (_identity is null)
        {
            SkipRest(Rest, "The panel did not let us in.");
            return;
        }

        await new PanelShowing(client.Connection, findings, runner, options, timeProvider).RunAsync().ConfigureAwait(false);
        await new PanelReferenceCheck(client.Connection, settings, findings, runner)
            .RunAsync(patient.Export, currencies)
            .ConfigureAwait(false);
    }

    private void Prepare()
    {
        try
        {
            _settings = patient.Options();
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                findings.Add(DoctorCode.OptionsInvalid, Server, failure);
            return;
        }

        _client = patient.Client();
        findings.Redact = _client.Connection.Scrub;
        findings.Add(DoctorCode.Options, Server, _settings.ToString());
    }

    private async Task LogInAsync(BillManagerClient client, CancellationToken cancellationToken)
    {
        try
        {
            _identity = await client.WhoAmIAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException exception)
        {
            PanelJudgement.Refused(findings, Server, exception, HasDoubtfulCertificate());
            return;
        }

        PanelJudgement.LetIn(findings, Server, _identity);
    }

    private bool HasDoubtfulCertificate() =>
        findings.Has(DoctorCode.CertificateUntrusted) || findings.Has(DoctorCode.CertificateExpired) || findings.Has(DoctorCode.TlsFailed);

    private void SkipRest(IEnumerable<DoctorCode> checks, string why)
    {
        foreach (var check in checks)
            findings.Skip(check, Server, why);
    }
}
