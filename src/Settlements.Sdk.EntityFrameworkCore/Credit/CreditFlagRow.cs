using NodaTime;
using Settlements.Credit;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>The flag of a counterparty.</summary>
internal sealed class CreditFlagRow
{
    public required Guid CounterpartyId { get; init; }
    public required string Receivable { get; set; }
    public LocalDate Due { get; set; }
    public LocalDate SetOn { get; set; }
    public Guid Version { get; set; }

    public CreditFlag ToFlag() =>
        new()
        {
            Counterparty = new CounterpartyId(CounterpartyId),
            Receivable = Receivable,
            Due = Due,
            SetOn = SetOn,
            Version = Version,
        };
}
