namespace Settlements.OneC;

/// <summary>What makes an <see cref="OneCFieldOptions"/> usable.</summary>
internal static class FieldMapRules
{
    internal static void Check(OneCFieldOptions fields, Action<string, string> fail)
    {
        var groups = MappedField.All(fields).ToLookup(field => field.Place);
        foreach (var group in groups)
        {
            var owners = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in group)
            {
                var option = $"Fields.{field.Name}";
                if (field.Keys is null)
                {
                    fail(option, "is null: give an empty list when the service has no such value.");
                    continue;
                }

                foreach (var key in field.Keys)
                {
                    if (string.IsNullOrWhiteSpace(key) || key.Split('.').Any(segment => segment.Length == 0))
                        fail(option, $"holds the key '{key}': give a key, or keys joined by dots, none of them empty.");
                    else if (!owners.TryAdd(KeyTable.WithoutEnvelopes(key), field.Name))
                        fail(
                            option,
                            $"holds the key '{key}', which stands under {owners[KeyTable.WithoutEnvelopes(key)]} already: a key can mean one thing only."
                        );
                }
            }
        }

        if (
            groups[KeyPlace.Balance]
                .All(field =>
                    field.Key is BalanceKey.Counterparty or BalanceKey.Currency or BalanceKey.UpdatedAt
                    || field.Key is BalanceKey.TermsType or BalanceKey.TermsDays or BalanceKey.TermsPrepayPercent
                    || field.Keys is null or []
                )
        )
            fail("Fields", "names no figure: give at least the keys of Debt.");
    }
}
