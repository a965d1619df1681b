using Settlements.Diagnosis;

namespace Settlements.Tests.Diagnosis;

/// <summary>What the term and the trust of a certificate make of it.</summary>
public sealed class SeenCertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Warning = TimeSpan.FromDays(30);

    [Theory]
    [InlineData(-100, 31, "", DoctorCode.Certificate)]
    [InlineData(-100, 30, "", DoctorCode.CertificateExpiring)]
    [InlineData(-100, 1, "", DoctorCode.CertificateExpiring)]
    [InlineData(-100, -1, "", DoctorCode.CertificateExpired)]
    [InlineData(1, 100, "", DoctorCode.CertificateExpired)]
    [InlineData(-100, -1, "RemoteCertificateChainErrors", DoctorCode.CertificateExpired)]
    [InlineData(-100, 90, "RemoteCertificateNameMismatch", DoctorCode.CertificateUntrusted)]
    [InlineData(-100, 3, "RemoteCertificateNameMismatch", DoctorCode.CertificateUntrusted)]
    public void Is_judged_by_term_and_trust(int fromDays, int untilDays, string doubts, DoctorCode code)
    {
        var seen = new SeenCertificate
        {
            From = Now.AddDays(fromDays),
            Until = Now.AddDays(untilDays),
            Doubts = doubts,
        };

        var (found, words) = seen.Judge(Now, Warning);

        found.Should().Be(code);
        words.Should().StartWith("Valid from ");
        words.Contains("not trusted", StringComparison.Ordinal).Should().Be(code == DoctorCode.CertificateUntrusted);
    }

    [Fact]
    public void The_days_left_are_whole_ones() =>
        new SeenCertificate { From = Now.AddDays(-1), Until = Now.AddDays(40).AddHours(23) }
            .Judge(Now, Warning)
            .Seen.Should()
            .Be("Valid from 2026-11-21 to 2027-01-02 11:00 UTC, 40 days left.");

    [Fact]
    public void Without_a_certificate_there_is_no_tls() =>
        new SeenCertificate { HandshakeProblem = "not TLS" }
            .Judge(Now, Warning)
            .Should()
            .Be((DoctorCode.TlsFailed, "not TLS"));
}
