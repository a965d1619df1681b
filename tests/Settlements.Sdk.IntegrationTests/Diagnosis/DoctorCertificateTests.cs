using System.Net;
using System.Security.Cryptography.X509Certificates;
using Settlements.Diagnosis;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>Certificates as a server shows them in a handshake. A trusted one that ends soon is shown to the sample, whose process trusts it.</summary>
public sealed class DoctorCertificateTests
{
    internal static DoctorCode[] Codes { get; } =
    [DoctorCode.CertificateUntrusted, DoctorCode.CertificateExpired, DoctorCode.CertificateExpiring, DoctorCode.TlsFailed];

    [Fact]
    public async Task An_authority_that_nobody_knows_is_not_trusted()
    {
        using var certificate = TlsFront.Certificate(TimeSpan.FromDays(-1), TimeSpan.FromDays(90));

        var found = await ExamineAsync(certificate);

        found.Code.Should().Be(DoctorCode.CertificateUntrusted);
        found.Seen.Should().Contain("UntrustedRoot").And.Contain("Valid from");
    }

    [Fact]
    public async Task A_certificate_of_last_year_is_out_of_date()
    {
        using var certificate = TlsFront.Certificate(TimeSpan.FromDays(-90), TimeSpan.FromDays(-1));

        (await ExamineAsync(certificate)).Code.Should().Be(DoctorCode.CertificateExpired);
    }

    [Fact]
    public async Task A_port_that_speaks_no_tls_is_told_as_such()
    {
        await using var host = await DoctorHost.StartAsync();
        host.OneCOptions = options => options.BaseUrl = new UriBuilder(host.OneC.BaseUrl) { Scheme = "https", Host = "localhost" }.Uri;

        var report = await host.ExamineAsync();

        report
            .Findings.Should()
            .ContainSingle(finding => finding.Result == DoctorResult.Failure)
            .Which.Code.Should()
            .Be(DoctorCode.TlsFailed);
        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.Login && finding.Result == DoctorResult.Skipped);
    }

    private static async Task<DoctorFinding> ExamineAsync(X509Certificate2 certificate)
    {
        await using var host = await DoctorHost.StartAsync();
        await using var front = new TlsFront(certificate, new IPEndPoint(IPAddress.Loopback, host.Panel.Endpoint.Port));
        host.PanelOptions = options => options.Endpoint = front.Url("/billmgr");

        var report = await host.ExamineAsync();

        host.Panel.Calls.Count.Should().Be(0, "no password goes to a server that is not trusted");
        report
            .Findings.Should()
            .Contain(finding =>
                finding.Area == DoctorArea.BillManager && finding.Code == DoctorCode.Login && finding.Result == DoctorResult.Skipped
            );
        return report.Findings.Should().ContainSingle(finding => finding.Result == DoctorResult.Failure).Which;
    }
}
