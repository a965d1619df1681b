using NodaTime;

namespace Settlements.Payments;

/// <summary>One version of a payment document of 1C. Two versions are equal when every field is.</summary>
/// <remarks>A document is known by <see cref="Id"/>; of its versions the highest is the truth, whatever order they arrive in.</remarks>
public sealed record PaymentDocument
{
    /// <summary>The document's id in 1C; kept in the panel as the payment's external id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version, not negative; grows with every change of the document, posting and deletion included.</summary>
    public required long Version { get; init; }

    /// <summary>Which document it is; decides the payment method.</summary>
    public required PaymentDocumentKind Kind { get; init; }

    /// <summary>The document's number, 1 to 64 characters.</summary>
    public required string Number { get; init; }

    /// <summary>The document's date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What was paid: above zero, whole minor units.</summary>
    public required Money Amount { get; init; }

    /// <summary>ИНН of the organisation that received the money.</summary>
    public required string OrganizationTin { get; init; }

    /// <summary>Who paid.</summary>
    public required PaymentCounterparty Counterparty { get; init; }

    /// <summary>The id of the panel's account («лицевой счёт») that the contract names.</summary>
    public required string AccountId { get; init; }

    /// <summary>What the payment is for; null when not stated.</summary>
    public string? Purpose { get; init; }

    /// <summary>Whether the document is posted; one that is not withdraws its payment.</summary>
    public bool IsPosted { get; init; } = true;

    /// <summary>Whether the document is marked for deletion, which withdraws its payment too.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether there should be no payment for the document: it is deleted or not posted.</summary>
    public bool IsWithdrawn => IsDeleted || !IsPosted;
}
