using System.Globalization;
using NodaTime;

namespace Settlements.Reminders;

/// <summary>What a channel delivers: all facts, and a plain text for a host without templates of its own.</summary>
public sealed record ReminderMessage
{
    /// <summary>Which step of which receivable, for which due date.</summary>
    public required ReminderKey Key { get; init; }

    /// <summary><see cref="ReminderActionKind.MailCustomer"/> or <see cref="ReminderActionKind.ManagerTask"/>.</summary>
    public required ReminderActionKind Action { get; init; }

    /// <summary>The receivable as its source had it a moment ago: document, counterparty, due date, what is open now, the whole amount where known.</summary>
    public required Receivable Receivable { get; init; }

    /// <summary>The business day of the run.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The language to speak: the customer's for a mail, <see cref="ReminderOptions.Language"/> for a task.</summary>
    public required CultureInfo Language { get; init; }

    /// <summary>The counterparty's name; null when not known.</summary>
    public string? CounterpartyName { get; init; }

    /// <summary>Which attempt this is, from 1. After the first an earlier one may have got through: the <see cref="IdempotencyKey"/> tells.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Days from <see cref="Today"/> to the due date: negative when it has passed, zero on the day itself.</summary>
    public int DaysUntilDue => Period.DaysBetween(Today, Receivable.Due);

    /// <summary>The same for every attempt at this message, and no other's: such as <c>mailCustomer/2026-11-24/before3/A-1</c>.</summary>
    public string IdempotencyKey => $"{(Action == ReminderActionKind.MailCustomer ? "mailCustomer" : "managerTask")}/{Key}";

    /// <summary>The message in plain words, in <see cref="Language"/>.</summary>
    public string Text => Describe(Language);

    /// <summary>The message in plain words: when the payment is due, for which document, and what is left to pay.</summary>
    /// <param name="culture">Russian gives Russian; everything else gives English. Amounts and dates are written as that language writes them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return ReminderText.For(culture).Describe(this);
    }
}
