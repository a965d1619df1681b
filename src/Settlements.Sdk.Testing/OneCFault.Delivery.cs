using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <content>Faults of the wire: the answer is right, but it comes late, in part, or not at all.</content>
public sealed partial class OneCFault
{
    /// <summary>The answer is made at once and held back until the test opens the gate: it shows the figures of the moment of arrival.</summary>
    public static OneCFault Delay(OneCGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Wait("held at a gate", (_, cancellationToken) => gate.PassAsync(cancellationToken));
    }

    /// <summary>The answer is made at once and held back for a time on the emulator's <see cref="TimeProvider"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public static OneCFault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return Wait($"delayed by {time}", (timeProvider, cancellationToken) => Task.Delay(time, timeProvider, cancellationToken));
    }

    /// <summary>Status, headers and half of the body are sent; the rest when the test opens the gate.</summary>
    public static OneCFault Stall(OneCGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Deliver(
            "stalled",
            answer =>
                answer.Delivery with
                {
                    PieceBytes = Math.Max(1, (answer.Body.Length + 1) / 2),
                    BetweenPieces = (_, token) => gate.PassAsync(token),
                }
        );
    }

    /// <summary>The body drips: so many bytes at once, then so much time on the emulator's <see cref="TimeProvider"/>, and so on.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is below one, or <paramref name="every"/> is negative.</exception>
    public static OneCFault Drip(int bytes, TimeSpan every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, TimeSpan.Zero);
        return Deliver(
            "dripping",
            answer =>
                answer.Delivery with
                {
                    PieceBytes = bytes,
                    BetweenPieces = (timeProvider, token) => Task.Delay(every, timeProvider, token),
                }
        );
    }

    /// <summary>The body in chunks, without a <c>Content-Length</c>.</summary>
    public static OneCFault Chunked() => Deliver("chunked", answer => answer.Delivery with { IsChunked = true });

    /// <summary>The connection is closed in an orderly way (FIN) in the middle of the body, before the promised <c>Content-Length</c>.</summary>
    /// <param name="share">How much of the body is sent, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not from 0 to 1.</exception>
    public static OneCFault ClosedEarly(double share = 0.5) => BrokenOff("closed early", DeliveryEnding.ClosedEarly, share);

    /// <summary>The connection is reset (TCP RST) in the middle of the body.</summary>
    /// <inheritdoc cref="ClosedEarly"/>
    public static OneCFault Reset(double share = 0.5) => BrokenOff("reset in the body", DeliveryEnding.Reset, share);

    /// <summary>The connection is reset (TCP RST) before the first byte of the answer.</summary>
    public static OneCFault ResetBeforeHeaders() =>
        Deliver("reset before the headers", answer => answer.Delivery with { Ending = DeliveryEnding.ResetBeforeHeaders });

    /// <summary>No byte ever comes; the connection stays open until the client closes it or the emulator ends.</summary>
    public static OneCFault Silence() => Deliver("silence", answer => answer.Delivery with { Ending = DeliveryEnding.Silence });

    private static OneCFault BrokenOff(string name, DeliveryEnding ending, double share)
    {
        _ = CheckShare(share);
        return Deliver(name, answer => answer.Delivery with { Ending = ending, SentShare = share });
    }

    private static OneCFault Wait(string name, DeliveryWait wait) =>
        Deliver(name, answer => answer.Delivery with { Waits = answer.Delivery.Waits.Add(wait) });

    private static OneCFault Deliver(string name, Func<OneCAnswer, Delivery> delivery) =>
        new(name, replacesAnswer: false, (_, answer) => answer with { Delivery = delivery(answer) });
}
