namespace Settlements.BillManager;

/// <summary>What is wrong with a document, before it is known whose answer it was; becomes a <see cref="BillManagerException"/>.</summary>
internal sealed class PanelFormatException(
    string message,
    BillManagerProblem problem = BillManagerProblem.Malformed,
    Exception? innerException = null
) : Exception(message, innerException)
{
    internal BillManagerProblem Problem { get; } = problem;
}
