namespace Settlements.Testing.OneC;

/// <summary>A fault together with the requests it is meant for.</summary>
internal sealed class PlannedFault(Func<OneCRequest, bool> condition, OneCFault fault)
{
    /// <summary>Which requests.</summary>
    public Func<OneCRequest, bool> Condition { get; } = condition;

    /// <summary>What happens to them.</summary>
    public OneCFault Fault { get; } = fault;

    /// <summary>How many more; null for all.</summary>
    public int? Remaining { get; set; }
}
