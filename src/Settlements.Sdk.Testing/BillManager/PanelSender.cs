using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Settlements.Testing.BillManager;

/// <summary>Puts an answer onto the wire, whole or broken.</summary>
internal static class PanelSender
{
    internal static async Task SendAsync(HttpContext context, PanelReply reply, PanelDelivery delivery, CancellationToken cancellationToken)
    {
        switch (delivery)
        {
            case PanelDelivery.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
                break;
            case PanelDelivery.Reset or PanelDelivery.CutShort:
                await BreakAsync(context, reply, delivery, cancellationToken).ConfigureAwait(false);
                break;
            default:
                context.Response.StatusCode = reply.Status;
                context.Response.ContentType = reply.ContentType;
                context.Response.ContentLength = reply.Body.Length;
                await context.Response.Body.WriteAsync(reply.Body, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <remarks>The web server never sends half an answer nor a reset, so these go past it, straight into the connection's socket.</remarks>
    private static async Task BreakAsync(HttpContext context, PanelReply reply, PanelDelivery delivery, CancellationToken cancellationToken)
    {
        var socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        if (delivery == PanelDelivery.CutShort)
        {
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 200 OK\r\nContent-Type: {reply.ContentType}\r\nContent-Length: {reply.Body.Length}\r\n\r\n"
            );
            await socket.SendAsync(Encoding.Latin1.GetBytes(head), SocketFlags.None, cancellationToken).ConfigureAwait(false);
            await socket
                .SendAsync(reply.Body.AsMemory(0, reply.Body.Length / 2), SocketFlags.None, cancellationToken)
                .ConfigureAwait(false);
            socket.Shutdown(SocketShutdown.Both);
        }
        else
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        context.Abort();
    }
}
