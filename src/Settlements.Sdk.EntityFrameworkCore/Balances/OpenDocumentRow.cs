using NodaTime;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>A document that is not fully paid, in the currency of its counterparty's <see cref="BalanceRow"/>.</summary>
internal sealed class OpenDocumentRow
{
    public required Guid CounterpartyId { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public required int Position { get; init; }

    public required string? DocumentId { get; init; }
    public required string? Number { get; init; }
    public required LocalDate? Date { get; init; }
    public required LocalDate? DueDate { get; init; }
    public required decimal? Amount { get; init; }
    public required decimal? Outstanding { get; init; }
    public required string? OrderId { get; init; }

    public OpenDocument ToDocument(Currency currency) =>
        new()
        {
            Id = DocumentId,
            Number = Number,
            Date = Date,
            DueDate = DueDate,
            Amount = Amount.In(currency),
            Outstanding = Outstanding.In(currency),
            OrderId = OrderId,
        };
}
