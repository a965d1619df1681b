using NodaTime;

namespace Settlements.Receivables;

/// <summary>A movement of the debt.</summary>
/// <param name="Date">The day it was booked, in the business time zone.</param>
/// <param name="Kind">Which side it stands on.</param>
/// <param name="Amount">How much; negative when it takes back an earlier entry of its side (сторно).</param>
/// <param name="Document">The document as people know it: kind and number.</param>
public sealed record StatementEntry(LocalDate Date, StatementEntryKind Kind, Money Amount, string Document);
