using System.Globalization;

namespace Settlements.Payments;

/// <summary>Every fault of the options at once, each with the name, the problem and the fix.</summary>
internal static class PaymentExportOptionsProblems
{
    internal static IEnumerable<string> Of(PaymentExportOptions options)
    {
        foreach (
            var (name, value) in new[]
            {
                (nameof(options.CashReceiptMethod), options.CashReceiptMethod),
                (nameof(options.IncomingPaymentMethod), options.IncomingPaymentMethod),
                (nameof(options.CardPaymentMethod), options.CardPaymentMethod),
            }
        )
        {
            if (string.IsNullOrWhiteSpace(value))
                yield return $"PaymentExportOptions.{name} is blank: give a part of the payment method's name in the panel.";
        }
        if (!Enum.IsDefined(options.OnAmbiguousPayer))
            yield return Fault(nameof(options.OnAmbiguousPayer), (int)options.OnAmbiguousPayer, "Wait or TakeLast");
        if (!Enum.IsDefined(options.OnCreditedChange))
            yield return Fault(nameof(options.OnCreditedChange), (int)options.OnCreditedChange, "AskPerson or KeepPayment");
        if (options.MaxParallelClients is < 1 or > 64)
            yield return Fault(nameof(options.MaxParallelClients), options.MaxParallelClients, "1 to 64");
        if (options.MaxDocuments is < 1 or > 1_000_000)
            yield return Fault(nameof(options.MaxDocuments), options.MaxDocuments, "1 to 1000000");
        if (options.FirstPause < TimeSpan.Zero || options.FirstPause > TimeSpan.FromDays(1))
            yield return Fault(nameof(options.FirstPause), options.FirstPause, "0 to 1 day");
        if (options.LongestPause < options.FirstPause || options.LongestPause > TimeSpan.FromDays(7))
            yield return Fault(nameof(options.LongestPause), options.LongestPause, $"FirstPause ({options.FirstPause}) to 7 days");
        if (options.Lease < TimeSpan.FromMinutes(2) || options.Lease > TimeSpan.FromDays(1))
            yield return Fault(nameof(options.Lease), options.Lease, "2 minutes to 1 day");
        if (options.StopAfterFailures is < 1 or > 100)
            yield return Fault(nameof(options.StopAfterFailures), options.StopAfterFailures, "1 to 100");
    }

    private static string Fault(string name, object value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"PaymentExportOptions.{name} is {value}: use {allowed}.");
}
