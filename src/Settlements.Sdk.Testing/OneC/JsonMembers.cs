namespace Settlements.Testing.OneC;

/// <summary>Makes objects out of keys of which some are left out.</summary>
internal static class JsonMembers
{
    /// <summary>An object of those members that have a value.</summary>
    public static OneCValue Present(params (string Key, OneCValue? Value)[] members) =>
        OneCValue.Object(members.Where(member => member.Value is not null).Select(member => (member.Key, member.Value!)));
}
