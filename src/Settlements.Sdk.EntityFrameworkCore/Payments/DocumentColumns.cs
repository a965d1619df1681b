using NodaTime;
using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>A payment document in a row of the queue or of the register; document and account id are columns of the row itself, since rows are found by them.</summary>
internal sealed class DocumentColumns
{
    public required long Version { get; init; }
    public required PaymentDocumentKind Kind { get; init; }
    public required string Number { get; init; }
    public required LocalDate Date { get; init; }
    public required decimal Amount { get; init; }
    public required Currency Currency { get; init; }
    public required string OrganizationTin { get; init; }
    public required Guid CounterpartyId { get; init; }
    public required CounterpartyKind CounterpartyKind { get; init; }
    public required string? CounterpartyTin { get; init; }
    public required string? CounterpartyKpp { get; init; }
    public required string? CounterpartyCode { get; init; }
    public required string? Purpose { get; init; }
    public required bool IsPosted { get; init; }
    public required bool IsDeleted { get; init; }

    /// <exception cref="ArgumentException">The amount has no currency, or the counterparty no id: such a row could never be read again.</exception>
    public static DocumentColumns Of(PaymentDocument document)
    {
        if (document.Amount.Currency.IsNone)
            throw new ArgumentException($"Document {document.Id} has no amount: default(Money) cannot be kept.", nameof(document));
        if (document.Counterparty.Id == default)
            throw new ArgumentException($"Document {document.Id} has a counterparty without an id.", nameof(document));
        return new DocumentColumns
        {
            Version = document.Version,
            Kind = document.Kind,
            Number = document.Number,
            Date = document.Date,
            Amount = document.Amount.Amount,
            Currency = document.Amount.Currency,
            OrganizationTin = document.OrganizationTin,
            CounterpartyId = document.Counterparty.Id.Value,
            CounterpartyKind = document.Counterparty.Kind,
            CounterpartyTin = document.Counterparty.Tin,
            CounterpartyKpp = document.Counterparty.Kpp,
            CounterpartyCode = document.Counterparty.Code,
            Purpose = document.Purpose,
            IsPosted = document.IsPosted,
            IsDeleted = document.IsDeleted,
        };
    }

    public PaymentDocument ToDocument(Guid id, string accountId) =>
        new()
        {
            Id = id,
            Version = Version,
            Kind = Kind,
            Number = Number,
            Date = Date,
            Amount = new Money(Amount, Currency),
            OrganizationTin = OrganizationTin,
            Counterparty = new PaymentCounterparty
            {
                Id = new CounterpartyId(CounterpartyId),
                Kind = CounterpartyKind,
                Tin = CounterpartyTin,
                Kpp = CounterpartyKpp,
                Code = CounterpartyCode,
            },
            AccountId = accountId,
            Purpose = Purpose,
            IsPosted = IsPosted,
            IsDeleted = IsDeleted,
        };
}
