namespace Settlements.BillManager;

/// <summary>As whom the panel knows the client (<c>whoami</c>), and which panel it is.</summary>
public sealed record BillManagerIdentity
{
    /// <summary>The user's id.</summary>
    public required long UserId { get; init; }

    /// <summary>The login.</summary>
    public required string Name { get; init; }

    /// <summary>The level of access: 29 administrator, 16 client, 30 root.</summary>
    public required int Level { get; init; }

    /// <summary>The panel's version, such as <c>6.94.1-2024.04.04_09:25</c>; null when it was not stated.</summary>
    public string? Version { get; init; }
}
