namespace Settlements.Testing.Scenarios.Rules;

/// <summary>Is this a tax number, and whose?</summary>
internal sealed class TaxIdRule()
    : ScenarioRule(
        "taxId",
        new ObjectShape(
            new("text", new TextShape(), "The number as somebody wrote it.", IsRequired: true),
            new("country", new WordShape("RU", "BY", "KZ"), "Whose tax office gave it out.", IsRequired: true)
        ),
        new("valid", new FlagShape(), "Whether it is a tax number of this country."),
        new("kind", new WordShape(Words<TaxIdKind>()) { IsNullable = true }, "Whose it is; null when it is not valid."),
        new(
            "reason",
            new WordShape("length", "characters", "checkDigit", "allZero", "structure") { IsNullable = true },
            "Why it is not valid; null when it is."
        )
    )
{
    internal override ScenarioNode Ask(ScenarioNode given)
    {
        var country = given["country"]!.Text switch
        {
            "RU" => TaxIdCountry.Russia,
            "BY" => TaxIdCountry.Belarus,
            _ => TaxIdCountry.Kazakhstan,
        };
        var isValid = TaxId.TryParse(given["text"]!.Text, country, out var taxId, out var problem);
        return ScenarioNode.Of(
            ("valid", ScenarioNode.Of(isValid)),
            ("kind", Word<TaxIdKind>(isValid ? taxId.Kind : null)),
            ("reason", Word(problem?.Reason))
        );
    }
}
