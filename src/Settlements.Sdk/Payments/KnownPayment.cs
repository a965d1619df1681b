namespace Settlements.Payments;

/// <summary>A payment that the journal or the register says is the document's.</summary>
/// <param name="Payment">As the panel shows it now.</param>
/// <param name="Intent">The journal's line about it; null for one that the register names.</param>
/// <param name="Code">The register's entry about it; null for one that only the journal names.</param>
internal sealed record KnownPayment(PaymentView Payment, PaymentIntent? Intent, PaymentCode? Code = null)
{
    /// <summary>The mark that it was added with.</summary>
    internal string RandomNumber => Intent?.RandomNumber ?? Code?.RandomNumber ?? "";
}
