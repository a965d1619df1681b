using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Settlements.Diagnosis;

/// <summary>What a TLS handshake showed of the server.</summary>
internal sealed record SeenCertificate
{
    /// <summary>From when it is valid; null when no certificate came.</summary>
    internal DateTimeOffset? From { get; init; }

    /// <summary>Until when it is valid; null when no certificate came.</summary>
    internal DateTimeOffset? Until { get; init; }

    /// <summary>What speaks against it, by this machine's list of authorities; empty when it is trusted.</summary>
    internal string Doubts { get; init; } = "";

    /// <summary>Why there is no connection; null when there is one.</summary>
    internal string? HandshakeProblem { get; init; }

    /// <summary>Makes a handshake over a connected socket and nothing more.</summary>
    internal static async Task<SeenCertificate> OfAsync(Socket socket, string host, CancellationToken cancellationToken)
    {
        var seen = new SeenCertificate();
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                if (certificate is X509Certificate2 known)
                    seen = new()
                    {
                        From = new DateTimeOffset(known.NotBefore),
                        Until = new DateTimeOffset(known.NotAfter),
                        Doubts = errors == SslPolicyErrors.None ? "" : $"{errors}{Reasons(chain)}",
                    };
                return errors == SslPolicyErrors.None;
            },
        };
        var stream = new NetworkStream(socket, ownsSocket: false);
        var secure = new SslStream(stream);
        await using (secure.ConfigureAwait(false))
        {
            try
            {
                await secure.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
                return seen;
            }
            catch (AuthenticationException exception)
            {
                return seen.Until is null ? new() { HandshakeProblem = exception.Message } : seen;
            }
            catch (IOException exception)
            {
                return new() { HandshakeProblem = exception.Message };
            }
        }
    }

    internal (DoctorCode Code, string Seen) Judge(DateTimeOffset now, TimeSpan warning)
    {
        if (Until is not { } until || From is not { } from)
            return (DoctorCode.TlsFailed, HandshakeProblem ?? "The server showed no certificate.");

        var days = Math.Floor((until - now).TotalDays);
        var term = string.Create(
            CultureInfo.InvariantCulture,
            $"Valid from {from.UtcDateTime:yyyy-MM-dd} to {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
        );
        if (now > until || now < from)
            return (DoctorCode.CertificateExpired, term + ".");
        if (Doubts.Length > 0)
            return (DoctorCode.CertificateUntrusted, $"{term}; not trusted: {Doubts}.");
        return (
            until - now <= warning ? DoctorCode.CertificateExpiring : DoctorCode.Certificate,
            term + string.Create(CultureInfo.InvariantCulture, $", {days:0} days left.")
        );
    }

    private static string Reasons(X509Chain? chain) =>
        chain is null || chain.ChainStatus.Length == 0
            ? ""
            : $" ({string.Join(", ", chain.ChainStatus.Select(status => status.Status.ToString()).Distinct(StringComparer.Ordinal))})";
}
