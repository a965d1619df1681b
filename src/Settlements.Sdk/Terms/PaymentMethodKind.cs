namespace Settlements.Terms;

/// <summary>What a payment method is, as far as terms care. A value that is none of these counts as online.</summary>
public enum PaymentMethodKind
{
    /// <summary>A kind that this library does not know; treated as online.</summary>
    Unknown,

    /// <summary>A bank card on a web page.</summary>
    OnlineCard,

    /// <summary>An electronic wallet or a fast payment on a web page.</summary>
    OnlineWallet,

    /// <summary>A bank transfer against an invoice: the only way to pay a deferred part.</summary>
    Invoice,

    /// <summary>Cash on receipt.</summary>
    Cash,
}
