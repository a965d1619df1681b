namespace Settlements.Testing.BillManager;

/// <summary>Which filter is in force, and the form that saves one.</summary>
internal sealed class FilterFunctions(BillManagerEmulatorOptions options)
{
    /// <summary>The filter of a list call: the one that comes with it, or the one saved for the user.</summary>
    internal IReadOnlyDictionary<string, string> InForce(PanelTables tables, PanelRequest request, IPanelList list)
    {
        var key = PanelTables.FilterKey(request.User.Name, request.Function);
        var saved = tables.SavedFilters.GetValueOrDefault(key);
        if (request["filter"] != "on" || (options.SavedFilterWins && saved is { Count: > 0 }))
            return saved ?? [];

        var inline = list.FilterFields.Where(request.Has).ToDictionary(f => f, f => request[f], StringComparer.Ordinal);
        if (options.RemembersFilters)
            tables.SavedFilters[key] = inline;
        return inline;
    }

    /// <summary>Shows the saved filter, or saves another.</summary>
    internal static IEnumerable<PanelNode> Form(PanelTables tables, PanelRequest request, string listName, IPanelList list)
    {
        var key = PanelTables.FilterKey(request.User.Name, listName);
        if (request.IsSubmitted)
        {
            tables.SavedFilters[key] = list
                .FilterFields.Where(f => request[f].Length > 0 && request[f] != list.NeutralValues.GetValueOrDefault(f))
                .ToDictionary(f => f, f => request[f], StringComparer.Ordinal);
            return [new PanelNode("ok")];
        }
        var saved = tables.SavedFilters.GetValueOrDefault(key) ?? [];
        return Selections(tables, request, list).Concat(Values(list, request, saved));
    }

    private static IEnumerable<PanelNode> Selections(PanelTables tables, PanelRequest request, IPanelList list)
    {
        if (list.FilterFields.Contains("status", StringComparer.Ordinal))
            yield return new PanelNode("slist")
                .With("name", "status")
                .Add(PanelStatuses.All.Select(s => Option(PanelStatuses.Text(s, request), PanelFormats.Id(s)).With("msg", "yes")));
        if (list.FilterFields.Contains("paymethod", StringComparer.Ordinal))
            yield return new PanelNode("slist")
                .With("name", "paymethod")
                .Add(tables.PaymentMethods.Select(m => Option(m.Name, PanelFormats.Id(m.Id))));
        foreach (var (field, neutral) in list.NeutralValues)
            yield return new PanelNode("slist")
                .With("name", field)
                .Add(Option(request.Text("-- не установлен --", "-- not set --"), neutral).With("msg", "yes"));
    }

    private static PanelNode Option(string text, string key) => PanelNode.Of("val", text).With("key", key);

    /// <summary>What only an administrator may filter by is not in a client's form.</summary>
    private static IEnumerable<PanelNode> Values(IPanelList list, PanelRequest request, Dictionary<string, string> saved) =>
        list
            .FilterFields.Where(f => request.IsAdministrator || f is not ("account" or "account_id" or "project" or "recipient"))
            .Where(f => f is not ("paymethod" or "status") || saved.ContainsKey(f))
            .Select(f => PanelNode.Of(f, saved.GetValueOrDefault(f) ?? list.NeutralValues.GetValueOrDefault(f) ?? ""));
}
