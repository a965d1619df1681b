namespace Settlements.BillManager;

/// <summary>Reads the attributes of <c>whoami</c>.</summary>
internal static class PanelIdentity
{
    internal static BillManagerIdentity Read(PanelCall call, IReadOnlyDictionary<string, string> user, string? version)
    {
        if (!user.TryGetValue("id", out var idText) || !PanelValues.TryId(idText, out var id))
            throw PanelFailures.Malformed(call, new PanelFormatException("the user has no id"));
        if (!user.TryGetValue("level", out var levelText) || !PanelValues.TryCode(levelText, out var level))
            throw PanelFailures.Malformed(call, new PanelFormatException("the user has no level"));

        return new BillManagerIdentity
        {
            UserId = id,
            Name = user.GetValueOrDefault("name") ?? "",
            Level = level,
            Version = version,
        };
    }
}
