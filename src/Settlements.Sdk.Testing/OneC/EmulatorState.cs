namespace Settlements.Testing.OneC;

/// <summary>Everything that the emulated server remembers.</summary>
internal sealed class EmulatorState(OneCEmulatorOptions options)
{
    /// <summary>How it is published.</summary>
    public OneCEmulatorOptions Options { get; } = options;

    /// <summary>Logins and the key.</summary>
    public Authentication Authentication { get; } = new(options);

    /// <summary>Sessions.</summary>
    public SessionPool Sessions { get; } = new(options);

    /// <summary>Balances by counterparty.</summary>
    public BalanceStore Balances { get; } = new(options);

    /// <summary>Counterparties to be found, and those that were registered.</summary>
    public DirectoryStore Directory { get; } = new();

    /// <summary>What reached the server.</summary>
    public OneCRequestLog Requests { get; } = new();

    /// <summary>What goes wrong.</summary>
    public OneCFaultPlan Faults { get; } = new();
}
