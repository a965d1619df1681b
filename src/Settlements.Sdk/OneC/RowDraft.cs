using NodaTime;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>A row of the documents or of the payments while it is being read.</summary>
internal struct RowDraft
{
    internal ulong Stated;
    internal string? Id;
    internal string? Number;
    internal LocalDate? Date;
    internal LocalDate? DueDate;
    internal Money? Amount;
    internal Money? Outstanding;
    internal string? OrderId;

    internal readonly OpenDocument ToDocument() =>
        new()
        {
            Id = Id,
            Number = Number,
            Date = Date,
            DueDate = DueDate,
            Amount = Amount,
            Outstanding = Outstanding,
            OrderId = OrderId,
        };

    internal readonly BalancePayment ToPayment() =>
        new()
        {
            Id = Id,
            Number = Number,
            Date = Date,
            Amount = Amount,
        };
}
