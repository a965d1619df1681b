namespace Settlements.Payments;

/// <summary>Why a document was not exported.</summary>
public enum PaymentExportErrorKind
{
    /// <summary>The row of the documents' source cannot be used: a value is missing or wrong.</summary>
    BadDocument,

    /// <summary>The same version came twice with different contents.</summary>
    VersionConflict,

    /// <summary>No company of the panel has the organisation's ИНН.</summary>
    OrganizationUnknown,

    /// <summary>Several companies of the panel have the organisation's ИНН.</summary>
    OrganizationAmbiguous,

    /// <summary>The panel has no such account («лицевой счёт»), or it is out of use.</summary>
    AccountUnknown,

    /// <summary>The panel does not say which client, provider and currency an account is of.</summary>
    AccountUnclear,

    /// <summary>The document's currency is not the account's.</summary>
    CurrencyMismatch,

    /// <summary>No payment method fits the document's kind, company and provider.</summary>
    PaymentMethodUnknown,

    /// <summary>Several payment methods fit.</summary>
    PaymentMethodAmbiguous,

    /// <summary>The client has no active payer.</summary>
    NoActivePayer,

    /// <summary>Several payers fit equally well.</summary>
    PayerAmbiguous,

    /// <summary>The panel does not show enough of the client's payers to choose one.</summary>
    PayerUnclear,

    /// <summary>A payment in the panel may be this document's or another's; nobody can tell.</summary>
    PaymentIndistinguishable,

    /// <summary>The panel has more than one payment for this document.</summary>
    PaymentDoubled,

    /// <summary>The payment in the panel is not what was asked for; it was not credited.</summary>
    PaymentMismatch,

    /// <summary>The panel does not show enough of the payment to be sure of it; it was not credited by this call.</summary>
    PaymentUnclear,

    /// <summary>The panel said it credited the payment, and its state says otherwise.</summary>
    NotCredited,

    /// <summary>A person has changed the payment's state in the panel: cancelled, promised, refunded and so on.</summary>
    PaymentStateChanged,

    /// <summary>The payment that the register names is gone from the panel.</summary>
    PaymentGone,

    /// <summary>The document has changed after its payment was credited.</summary>
    CreditedChanged,

    /// <summary>The document was withdrawn after its payment was credited.</summary>
    CreditedWithdrawn,

    /// <summary>The panel refused a call with an error of its own.</summary>
    PanelRefused,

    /// <summary>The panel's employee lacks a right.</summary>
    Forbidden,

    /// <summary>The panel refuses the login, or it waits for something a program cannot give.</summary>
    NotAuthenticated,

    /// <summary>The panel's answer cannot be relied on.</summary>
    InvalidResponse,

    /// <summary>The panel could not be reached, or did not answer in time.</summary>
    PanelUnavailable,

    /// <summary>Another process works on the document, or took it over.</summary>
    ClaimedElsewhere,

    /// <summary>Something that this library did not expect.</summary>
    Unexpected,
}
