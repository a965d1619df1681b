namespace Settlements.Credit;

/// <summary>What a finding does to an order, as the policy says.</summary>
public enum CreditSeverity
{
    /// <summary>The finding is not listed.</summary>
    Ignore,

    /// <summary>The order may pass; a person should know.</summary>
    Warn,

    /// <summary>The order must not pass.</summary>
    Block,
}
