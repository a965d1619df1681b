namespace Settlements.OneC;

/// <summary>What makes an <see cref="OneCDirectoryFieldOptions"/> usable.</summary>
internal static class DirectoryFieldRules
{
    internal static void Check(OneCDirectoryFieldOptions fields, Action<string, string> fail)
    {
        CheckKeys(nameof(fields.List), fields.List, [], fail);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        CheckKeys(nameof(fields.Counterparty), fields.Counterparty, owners, fail);
        CheckKeys(nameof(fields.Name), fields.Name, owners, fail);
        CheckKeys(nameof(fields.TaxId), fields.TaxId, owners, fail);
        CheckKeys(nameof(fields.Kpp), fields.Kpp, owners, fail);
        CheckKeys(nameof(fields.Deleted), fields.Deleted, owners, fail);
        CheckKeys(nameof(fields.Created), fields.Created, owners, fail);
        if (fields.Counterparty is { Count: 0 })
            fail(
                $"Fields.{nameof(fields.Counterparty)}",
                "is empty: a row without a GUID is nobody. Give its key, such as counterparty_id."
            );
    }

    private static void CheckKeys(string field, IReadOnlyList<string>? keys, Dictionary<string, string> owners, Action<string, string> fail)
    {
        var option = $"Fields.{field}";
        if (keys is null)
        {
            fail(option, "is null: give an empty list when the service has no such value.");
            return;
        }

        foreach (var key in keys)
        {
            if (string.IsNullOrWhiteSpace(key) || key.Split('.').Any(segment => segment.Length == 0))
                fail(option, $"holds the key '{key}': give a key, or keys joined by dots, none of them empty.");
            else if (!owners.TryAdd(key, field))
                fail(option, $"holds the key '{key}', which stands under {owners[key]} already: a key can mean one thing only.");
        }
    }
}
