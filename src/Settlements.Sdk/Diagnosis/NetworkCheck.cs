using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Settlements.Diagnosis;

/// <summary>The way to a server, step by step: its name, a connection, its certificate. Nothing is sent over it.</summary>
internal sealed class NetworkCheck(FindingList findings, CheckRunner runner, DoctorOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private bool _isOpen;
    private IPAddress[] _addresses = [];

    /// <summary>Whether requests may be tried. An untrusted certificate does not say no: the host may trust it in a way of its own.</summary>
    internal async Task<bool> PassesAsync(Uri url)
    {
        var subject = url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        if (Proxy(url) is not null)
        {
            const string Why = "Requests go through a proxy (HTTP_PROXY, HTTPS_PROXY), which makes the connection.";
            findings.Skip(DoctorCode.Address, subject, Why);
            findings.Skip(DoctorCode.Connection, subject, Why);
            findings.Skip(DoctorCode.Certificate, subject, Why);
            return true;
        }

        await runner.RunAsync(DoctorCode.Address, subject, token => ResolveAsync(url, subject, token)).ConfigureAwait(false);
        if (_addresses.Length == 0)
            findings.Skip(DoctorCode.Connection, subject, "No address is known.");
        else
            await runner.RunAsync(DoctorCode.Connection, subject, token => ConnectAsync(url, subject, token)).ConfigureAwait(false);
        if (!_isOpen)
            findings.Skip(DoctorCode.Certificate, subject, "There is no connection.");
        else
            await runner.RunAsync(DoctorCode.Certificate, subject, token => CertifyAsync(url, subject, token)).ConfigureAwait(false);
        return _isOpen;
    }

    private static Uri? Proxy(Uri url) => HttpClient.DefaultProxy.GetProxy(url) is { } proxy && proxy != url ? proxy : null;

    private async Task ResolveAsync(Uri url, string subject, CancellationToken cancellationToken)
    {
        try
        {
            var host = url.IdnHost.Trim('[', ']');
            _addresses = IPAddress.TryParse(host, out var address)
                ? [address]
                : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
            findings.Add(DoctorCode.Address, subject, string.Join(", ", _addresses.Select(known => known.ToString())));
        }
        catch (SocketException exception)
        {
            findings.Add(DoctorCode.NameUnknown, subject, $"'{url.IdnHost}': {exception.SocketErrorCode}.");
        }
    }

    private async Task ConnectAsync(Uri url, string subject, CancellationToken cancellationToken)
    {
        var begun = timeProvider.GetTimestamp();
        try
        {
            using var socket = await OpenAsync(url, cancellationToken).ConfigureAwait(false);
            _isOpen = true;
        }
        catch (SocketException exception)
        {
            findings.Add(
                DoctorCode.NoConnection,
                subject,
                string.Create(CultureInfo.InvariantCulture, $"Port {url.Port}: {exception.SocketErrorCode}.")
            );
            return;
        }

        var took = timeProvider.GetElapsedTime(begun);
        findings.Add(
            took > Slow ? DoctorCode.ConnectionSlow : DoctorCode.Connection,
            subject,
            string.Create(CultureInfo.InvariantCulture, $"Connected in {took.TotalMilliseconds:0} ms.")
        );
    }

    private async Task CertifyAsync(Uri url, string subject, CancellationToken cancellationToken)
    {
        if (url.Scheme != Uri.UriSchemeHttps)
        {
            if (url.IsLoopback)
                findings.Add(DoctorCode.Certificate, subject, "Plain http within this machine: none is needed.");
            else
                findings.Add(DoctorCode.PlainHttp, subject, "http to another machine.");
            return;
        }

        using var socket = await OpenAsync(url, cancellationToken).ConfigureAwait(false);
        var seen = await SeenCertificate.OfAsync(socket, url.IdnHost.Trim('[', ']'), cancellationToken).ConfigureAwait(false);
        var (code, what) = seen.Judge(timeProvider.GetUtcNow(), options.CertificateWarning);
        findings.Add(code, subject, what);
    }

    private async Task<Socket> OpenAsync(Uri url, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_addresses, url.Port, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
