using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Settlements.Testing.OneC;

/// <summary>Puts an answer onto the wire, whole or broken.</summary>
internal sealed class AnswerSender(HttpContext context, Serving serving, TimeProvider timeProvider)
{
    /// <summary>Sends an answer as its <see cref="OneCAnswer.Delivery"/> says.</summary>
    public async Task SendAsync(OneCAnswer answer, CancellationToken cancellationToken)
    {
        foreach (var wait in answer.Delivery.Waits)
            await wait(timeProvider, cancellationToken).ConfigureAwait(false);
        await (
            answer.Delivery.Ending switch
            {
                DeliveryEnding.Regular => SendRegularAsync(answer, cancellationToken),
                DeliveryEnding.Silence => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken),
                _ => SendBrokenAsync(answer, cancellationToken),
            }
        ).ConfigureAwait(false);
    }

    private async Task SendRegularAsync(OneCAnswer answer, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.ContentType is not null)
            response.ContentType = answer.ContentType;
        if (!answer.Delivery.IsChunked)
            response.ContentLength = answer.Body.Length;
        await SendPiecesAsync(answer, answer.Body, WriteAsync, cancellationToken).ConfigureAwait(false);

        async Task WriteAsync(ReadOnlyMemory<byte> piece)
        {
            await response.Body.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendPiecesAsync(
        OneCAnswer answer,
        ReadOnlyMemory<byte> body,
        Func<ReadOnlyMemory<byte>, Task> write,
        CancellationToken cancellationToken
    )
    {
        var size = answer.Delivery.PieceBytes ?? Math.Max(1, body.Length);
        for (var start = 0; start < body.Length; start += size)
        {
            if (start > 0 && answer.Delivery.BetweenPieces is { } wait)
                await wait(timeProvider, cancellationToken).ConfigureAwait(false);
            if (start + size >= body.Length)
                serving.End();
            await write(body.Slice(start, Math.Min(size, body.Length - start))).ConfigureAwait(false);
        }
        serving.End();
    }

    /// <remarks>The web server never sends a wrong length nor a reset, so these answers are written past it, straight into the connection's socket.</remarks>
    private async Task SendBrokenAsync(OneCAnswer answer, CancellationToken cancellationToken)
    {
        var socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        if (answer.Delivery.Ending != DeliveryEnding.ResetBeforeHeaders)
        {
            await WriteAsync(Encoding.Latin1.GetBytes(Head(answer))).ConfigureAwait(false);
            var sent = answer.Body[..(int)(answer.Body.Length * answer.Delivery.SentShare)];
            await SendPiecesAsync(answer, sent, WriteAsync, cancellationToken).ConfigureAwait(false);
        }
        serving.End();
        if (answer.Delivery.Ending == DeliveryEnding.ClosedEarly)
            socket.Shutdown(SocketShutdown.Both);
        else
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        context.Abort();

        async Task WriteAsync(ReadOnlyMemory<byte> piece)
        {
            while (!piece.IsEmpty)
                piece = piece[await socket.SendAsync(piece, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
        }
    }

    private static string Head(OneCAnswer answer)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\n");
        if (answer.ContentType is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {answer.ContentType}\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return head.Append(CultureInfo.InvariantCulture, $"Content-Length: {answer.Body.Length}\r\n\r\n").ToString();
    }
}
