using System.Collections.Immutable;

namespace Settlements.Testing.OneC;

/// <summary>How an answer gets onto the wire.</summary>
internal sealed record Delivery
{
    /// <summary>At once, complete, with its length.</summary>
    public static Delivery Whole { get; } = new();

    /// <summary>What is waited for, one after another, before the first byte.</summary>
    public ImmutableList<DeliveryWait> Waits { get; init; } = [];

    /// <summary>True when the body is sent in chunks, its length not told beforehand.</summary>
    public bool IsChunked { get; init; }

    /// <summary>How the connection fares.</summary>
    public DeliveryEnding Ending { get; init; }

    /// <summary>The share of the body that is sent when <see cref="Ending"/> breaks it off, from 0 to 1.</summary>
    public double SentShare { get; init; } = 1;

    /// <summary>The size of the pieces in which the body is sent; null when it is sent in one.</summary>
    public int? PieceBytes { get; init; }

    /// <summary>What is waited for before each piece but the first; null when nothing.</summary>
    public DeliveryWait? BetweenPieces { get; init; }
}
