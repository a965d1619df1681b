namespace Settlements.Credit;

/// <summary>One reason of a decision, with the amounts that made it.</summary>
/// <remarks>Each code has a sealed type of its own that carries its amounts, such as <see cref="LimitExceededFinding"/>.</remarks>
public abstract record CreditFinding
{
    private protected CreditFinding(CreditFindingCode code, CreditSeverity severity)
    {
        Code = code;
        Severity = severity;
    }

    /// <summary>What was found.</summary>
    public CreditFindingCode Code { get; }

    /// <summary>What it does to the order: <see cref="CreditSeverity.Warn"/> or <see cref="CreditSeverity.Block"/>.</summary>
    public CreditSeverity Severity { get; init; }
}
