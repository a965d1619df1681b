namespace Settlements.Payments;

/// <summary>Ends the work on one document with a reason; caught by the run, never seen outside.</summary>
internal sealed class DocumentHeldException(PaymentExportState state, PaymentExportErrorKind kind, string message, params long[] candidates)
    : Exception(message)
{
    internal PaymentExportState State { get; } = state;

    internal PaymentExportError Error { get; } = new(kind, message) { Candidates = candidates };

    internal static DocumentHeldException ForPerson(PaymentExportErrorKind kind, string message, params long[] candidates) =>
        new(PaymentExportState.NeedsAttention, kind, message, candidates);

    internal static DocumentHeldException ToMend(PaymentExportErrorKind kind, string message, params long[] candidates) =>
        new(PaymentExportState.Failed, kind, message, candidates);
}
