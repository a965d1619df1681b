using System.Net;
using System.Net.Sockets;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>A port of this machine that was free a moment ago and has nobody behind it.</summary>
internal static class ClosedPort
{
    internal static Uri Url
    {
        get
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return new Uri($"http://{listener.LocalEndpoint}/billmgr");
        }
    }
}
