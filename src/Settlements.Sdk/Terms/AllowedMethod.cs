namespace Settlements.Terms;

/// <summary>A payment method that terms allow, and what it may pay.</summary>
/// <param name="Method">The method.</param>
/// <param name="Part">What it may pay; never <see cref="PayablePart.Nothing"/> in a list of allowed methods.</param>
public sealed record AllowedMethod(PaymentMethod Method, PayablePart Part);
