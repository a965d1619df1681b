namespace Settlements.Terms;

/// <content>A set as JSON.</content>
public sealed partial class PaymentTermsSet
{
    /// <summary>Reads a set from a JSON object such as <c>{ "versions": [ { "id": "2026-2", "from": "2026-11-21", "terms": { "type": "prepay" } } ] }</c>.</summary>
    /// <remarks>
    /// Each version has an <c>id</c> and <c>terms</c> as <see cref="PaymentTerms.FromJson"/> reads them; <c>from</c> and <c>to</c> are ISO dates, both included, and may
    /// be left out or null. The list may be empty. Comments are allowed.
    /// </remarks>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">
    /// Not JSON, an unknown or repeated property, a wrong type or value, or versions that make no set; the message names the place, the problem and the fix.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static PaymentTermsSet FromJson(string json) => JsonPlace.Read(json, "set", PaymentTermsJson.ReadSet);

    /// <summary>Writes the set so that <see cref="FromJson"/> gives one with equal versions.</summary>
    /// <returns>A JSON object on one line, the versions by their first day.</returns>
    public string ToJson() => PaymentTermsJson.Text(writer => PaymentTermsJson.Write(writer, this));
}
