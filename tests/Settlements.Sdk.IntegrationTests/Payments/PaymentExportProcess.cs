using System.Diagnostics;
using Settlements.IntegrationTests.Samples;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Payments;

/// <summary>The sample as a process that a test may kill.</summary>
internal static class PaymentExportProcess
{
    public static Process Start(IEnumerable<string> arguments, bool redirectInput)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(SampleProgram.Assembly("PaymentExport"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["SETTLEMENTS_BILLMANAGER_PASSWORD"] = BillManagerPanel.AdministratorPassword;
        return Process.Start(start)!;
    }
}
