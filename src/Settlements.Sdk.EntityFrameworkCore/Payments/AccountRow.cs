using NodaTime;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>An account of the panel.</summary>
internal sealed class AccountRow
{
    public required long Id { get; init; }
    public long ClientId { get; set; }
    public string? ClientName { get; set; }
    public long ProviderId { get; set; }
    public Currency Currency { get; set; }
    public bool? IsActive { get; set; }
    public Instant? MissingSince { get; set; }

    /// <exception cref="ArgumentException">The account has no currency.</exception>
    public void Take(ClientAccount account)
    {
        if (account.Currency.IsNone)
            throw new ArgumentException(FormattableString.Invariant($"Account {account.Id} has no currency."), nameof(account));
        (ClientId, ClientName, ProviderId) = (account.ClientId, account.ClientName, account.ProviderId);
        (Currency, IsActive, MissingSince) = (account.Currency, account.IsActive, null);
    }

    public ClientAccount ToAccount() =>
        new()
        {
            Id = Id,
            ClientId = ClientId,
            ClientName = ClientName,
            ProviderId = ProviderId,
            Currency = Currency,
            IsActive = IsActive,
            MissingSince = MissingSince,
        };
}
