using Settlements.Payments;

namespace PaymentExport;

internal static class ExitCode
{
    public const int Done = 0;
    public const int Waiting = 10;
    public const int NeedsAttention = 20;
    public const int WrongUsage = 64;

    /// <summary>The worst of them all.</summary>
    public static int Of(IEnumerable<Outcome> outcomes) => outcomes.Select(outcome => Of(outcome.State)).DefaultIfEmpty(Done).Max();

    private static int Of(PaymentExportState state) =>
        state switch
        {
            PaymentExportState.Exported or PaymentExportState.Removed or PaymentExportState.Planned => Done,
            PaymentExportState.Waiting => Waiting,
            _ => NeedsAttention,
        };
}
