namespace Settlements.EntityFrameworkCore.Turns;

/// <summary>Something that only one transaction at a time may decide about, such as the credit of a counterparty.</summary>
internal sealed class TurnRow
{
    public required string Name { get; init; }

    /// <summary>How often it was somebody's turn.</summary>
    public required long Taken { get; init; }
}
