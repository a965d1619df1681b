using System.Globalization;

namespace Settlements.Reminders;

/// <summary>How one counterparty is reminded.</summary>
public sealed record ReminderCustomer
{
    /// <summary>The name of a plan in <see cref="ReminderOptions.Plans"/>; null for <see cref="ReminderOptions.Plan"/>.</summary>
    public string? Plan { get; init; }

    /// <summary>The language of its messages; null for <see cref="ReminderOptions.Language"/>. Texts of the library are Russian for Russian, and English for all else.</summary>
    public CultureInfo? Language { get; init; }

    /// <summary>Its name, for the manager's tasks; null when not known.</summary>
    public string? Name { get; init; }
}
