namespace Settlements.Payments;

/// <summary>The claim is no longer in force: nothing more may be sent for the document. Caught by the run, never seen outside.</summary>
internal sealed class ClaimLostException() : Exception("Another process has taken the document over.");
