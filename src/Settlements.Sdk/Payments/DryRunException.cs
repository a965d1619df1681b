namespace Settlements.Payments;

/// <summary>A dry run has come to the first thing that would be sent. Caught by the run, never seen outside.</summary>
internal sealed class DryRunException() : Exception("A dry run sends nothing.");
