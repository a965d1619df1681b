using System.Text.Json;
using NodaTime;

namespace Settlements.Credit;

/// <content>Reading a policy from JSON.</content>
public sealed partial record CreditPolicy
{
    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a policy from a JSON object such as <c>{ "onOverdue": "warn", "overdueTolerance": "100.00", "maxAgeMinutes": 15 }</c>.</summary>
    /// <remarks>
    /// A property that is left out keeps its default. Severities are <c>ignore</c>, <c>warn</c>, <c>block</c>; amounts and shares are decimal strings.
    /// Comments are allowed. The properties are those of the <c>policy</c> object of rule scenarios, listed in <c>docs/credit-policy.md</c>.
    /// </remarks>
    /// <param name="json">UTF-8 text, with or without a byte order mark.</param>
    /// <exception cref="FormatException">Not JSON, an unknown or repeated property, a wrong type or value; the message names the property and the fix.</exception>
    public static CreditPolicy FromJson(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, DocumentOptions);
            return FromJson(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An InvalidOperationException is half of a surrogate pair.
            throw new FormatException($"The policy is not valid JSON: {e.Message}", e);
        }
    }

    private static CreditPolicy FromJson(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException($"A policy is a JSON object, not {root.ValueKind}.");

        var policy = Default;
        foreach (var property in root.EnumerateObject())
        {
            try
            {
                policy = policy.With(property.Name, property.Value);
            }
            catch (ArgumentOutOfRangeException e)
            {
                throw new FormatException($"The policy's {property.Name}: {e.Message}", e);
            }
        }

        return policy;
    }

    private CreditPolicy With(string name, JsonElement value) =>
        name switch
        {
            "onOverdue" => this with { OnOverdue = Severity(name, value) },
            "onLimitExceeded" => this with { OnLimitExceeded = Severity(name, value) },
            "onLimitUnknown" => this with { OnLimitUnknown = Severity(name, value) },
            "onLimitNear" => this with { OnLimitNear = Severity(name, value) },
            "onOverdueUnknown" => this with { OnOverdueUnknown = Severity(name, value) },
            "onBalanceUnavailable" => this with { OnBalanceUnavailable = Severity(name, value) },
            "onBalanceStale" => this with { OnBalanceStale = Severity(name, value) },
            "onCounterpartyBlocked" => this with { OnCounterpartyBlocked = Severity(name, value) },
            "onCurrencyMismatch" => this with { OnCurrencyMismatch = Severity(name, value) },
            "zeroLimit" => this with
            {
                ZeroLimit = Word(name, value, ("noCredit", ZeroLimitMeaning.NoCredit), ("noLimit", ZeroLimitMeaning.NoLimit)),
            },
            "overdueBasis" => this with
            {
                OverdueBasis = Word(
                    name,
                    value,
                    ("stated", OverdueBasis.Stated),
                    ("computed", OverdueBasis.Computed),
                    ("either", OverdueBasis.Either)
                ),
            },
            "overdueTolerance" => this with { OverdueTolerance = Number(name, value) },
            "graceDays" => this with { GraceDays = Whole(name, value) },
            "warnAtUtilization" => this with { WarnAtUtilization = IsNull(value) ? null : Number(name, value) },
            "maxAgeMinutes" => this with { MaxAge = IsNull(value) ? null : Duration.FromMinutes(Whole(name, value)) },
            _ => throw new FormatException($"The policy has no property '{name}'; the properties are listed in docs/credit-policy.md."),
        };

    private static CreditSeverity Severity(string name, JsonElement value) =>
        Word(name, value, ("ignore", CreditSeverity.Ignore), ("warn", CreditSeverity.Warn), ("block", CreditSeverity.Block));

    private static T Word<T>(string name, JsonElement value, params ReadOnlySpan<(string Text, T Value)> words)
    {
        foreach (var word in words)
        {
            if (value.ValueKind == JsonValueKind.String && value.ValueEquals(word.Text))
                return word.Value;
        }

        var choices = string.Join(", ", words.ToArray().Select(word => $"\"{word.Text}\""));
        throw new FormatException($"The policy's {name} is {value.GetRawText()}; give one of {choices}.");
    }

    private static decimal Number(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Decimals.TryParse(value.GetString(), out var number)
            ? number
            : throw new FormatException(
                $"The policy's {name} is {value.GetRawText()}; give a decimal number as a string, such as \"0.9\"."
            );

    private static int Whole(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new FormatException($"The policy's {name} is {value.GetRawText()}; give a whole number.");

    private static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;
}
