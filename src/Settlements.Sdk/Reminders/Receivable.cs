using NodaTime;

namespace Settlements.Reminders;

/// <summary>What a counterparty is to pay by a day: an order, an invoice or one of their instalments.</summary>
public sealed record Receivable
{
    /// <summary>The receivable's identifier, the same on every run: with the due date and the step it makes the key of a reminder.</summary>
    public required string Id { get; init; }

    /// <summary>Who owes it, by the host's own identifier.</summary>
    public required string Counterparty { get; init; }

    /// <summary>The last day on which payment is in time, in the business time zone.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>What is open now. Zero or less is paid, whatever the status says. <c>default(Money)</c> is not known, which is neither zero nor paid.</summary>
    public required Money Outstanding { get; init; }

    /// <summary>How far it is paid.</summary>
    public required ReceivableStatus Status { get; init; }

    /// <summary>The document's number as the customer knows it, for messages; null when there is none.</summary>
    public string? Number { get; init; }

    /// <summary>The document's date in the business time zone, for messages; null when not known.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The whole amount, of which <see cref="Outstanding"/> is left; null when not known.</summary>
    public Money? Amount { get; init; }

    /// <summary>Whether something is still owed: not paid, not cancelled, and an amount above zero.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Outstanding"/> is <c>default(Money)</c>.</exception>
    public bool IsOpen => Outstanding.IsPositive && Status is not (ReceivableStatus.Paid or ReceivableStatus.Cancelled);
}
