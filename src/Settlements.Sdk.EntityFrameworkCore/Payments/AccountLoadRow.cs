using NodaTime;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>When the accounts were last loaded: a table of one row.</summary>
internal sealed class AccountLoadRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public Instant LoadedAt { get; set; }
}
