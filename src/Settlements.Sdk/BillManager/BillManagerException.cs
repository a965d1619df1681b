namespace Settlements.BillManager;

/// <summary>BILLmanager refused a call, could not be reached, or gave an answer that cannot be relied on.</summary>
/// <remarks>
/// Holds no password, no session and no echo of the request (<c>tparams</c>): where the panel's own words repeat one of them, it is replaced by <c>***</c>.
/// </remarks>
public sealed class BillManagerException : SettlementsException
{
    internal BillManagerException(
        SettlementsError error,
        BillManagerProblem problem,
        BillManagerOutcome outcome,
        string function,
        string message,
        bool isTransient = false,
        Exception? innerException = null
    )
        : base(error, message, isTransient, innerException)
    {
        Problem = problem;
        Outcome = outcome;
        Function = function;
    }

    /// <summary>What exactly stood in the way.</summary>
    public BillManagerProblem Problem { get; }

    /// <summary>Whether the panel may have executed the call nevertheless.</summary>
    public BillManagerOutcome Outcome { get; }

    /// <summary>The function that was called, such as <c>payment.add.pay</c>.</summary>
    public string Function { get; }

    /// <summary>The panel's error type, such as <c>auth</c>, <c>access</c>, <c>missed</c>, <c>value</c>: an open list. Null when the panel gave no error.</summary>
    public string? Type { get; internal init; }

    /// <summary>What the error is about: for <c>value</c> the name of the field. Null when not stated.</summary>
    public string? Object { get; internal init; }

    /// <summary>The error's parameters by name, such as <c>value</c>; independent of language. Empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; internal init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The panel's own words, in Russian; for people, never to be matched. Null when the panel gave no error.</summary>
    public string? PanelMessage { get; internal init; }
}
