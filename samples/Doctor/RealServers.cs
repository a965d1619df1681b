using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Settlements;
using Settlements.Diagnosis;

namespace Doctor;

/// <summary>Examines the servers that the options name.</summary>
internal static class RealServers
{
    public static async Task<DoctorReport> ExamineAsync(
        IConfiguration servers,
        IReadOnlyList<CounterpartyId> counterparties,
        CancellationToken cancellationToken
    )
    {
        var services = new ServiceCollection();
        var settlements = services.AddSettlements().AddDoctor();
        if (servers.GetSection("OneC") is var oneC && oneC.Exists())
            settlements.AddOneC(oneC);
        if (servers.GetSection("BillManager") is var panel && panel.Exists())
        {
            settlements.AddBillManager(panel);
            settlements.AddPaymentExport(options => servers.GetSection("PaymentExport").Bind(options));
        }

        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<SettlementsDoctor>().ExamineAsync(counterparties, cancellationToken);
    }
}
