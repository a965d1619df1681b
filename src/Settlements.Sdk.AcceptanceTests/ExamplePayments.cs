using NodaTime;
using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.AcceptanceTests;

/// <summary>Payment documents for the suites.</summary>
internal static class ExamplePayments
{
    public static PaymentDocument Document(int id = 1, long version = 1, string account = "200001") =>
        new()
        {
            Id = IdOf(id),
            Version = version,
            Kind = PaymentDocumentKind.CashReceipt,
            Number = "ПКО-1",
            Date = new LocalDate(2026, 11, 20),
            Amount = Money.Rub(1000m),
            OrganizationTin = "7702070139",
            Counterparty = new PaymentCounterparty
            {
                Id = new CounterpartyId(IdOf(1000 + id)),
                Kind = CounterpartyKind.Company,
                Tin = "7707083893",
            },
            AccountId = account,
        };

    public static Guid IdOf(int id) => new(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}
