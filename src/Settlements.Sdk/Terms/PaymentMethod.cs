namespace Settlements.Terms;

/// <summary>A way to pay that a shop offers.</summary>
/// <param name="Id">The shop's own identifier, such as a payment system's number.</param>
/// <param name="Kind">What it is; an unknown kind counts as online.</param>
public sealed record PaymentMethod(string Id, PaymentMethodKind Kind);
