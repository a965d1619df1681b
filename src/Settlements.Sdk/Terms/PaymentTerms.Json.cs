namespace Settlements.Terms;

/// <content>Terms as JSON.</content>
public sealed partial record PaymentTerms
{
    /// <summary>Reads terms from a JSON object such as <c>{ "type": "mixed", "prepayPercent": "30", "delayDays": 14, "roll": "following" }</c>.</summary>
    /// <remarks>
    /// The object is that of the <c>terms</c> of rule scenarios: a type, or lines. Besides, <c>roll</c> says where due dates go that fall on a day off, and a line's
    /// <c>currency</c> that of its fixed amount. Percents and amounts are decimal strings, read exactly. Comments are allowed. All properties stand in
    /// <c>docs/payment-terms.md</c>.
    /// </remarks>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">
    /// Not JSON, an unknown or repeated property, a wrong type or value, or terms that there cannot be; the message names the place, the problem and the fix.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static PaymentTerms FromJson(string json) => JsonPlace.Read(json, "terms", PaymentTermsJson.Read);

    /// <summary>Writes the terms so that <see cref="FromJson"/> gives equal ones.</summary>
    /// <returns>A JSON object on one line. Terms of one of the three types are written as that type, others as lines; defaults are left out.</returns>
    public string ToJson() => PaymentTermsJson.Text(writer => PaymentTermsJson.Write(writer, this));
}
