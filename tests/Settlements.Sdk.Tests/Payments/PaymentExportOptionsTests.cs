using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Settlements.Payments;

namespace Settlements.Tests.Payments;

public sealed class PaymentExportOptionsTests
{
    public static TheoryData<string, Action<PaymentExportOptions>> Wrong =>
        new()
        {
            { "CashReceiptMethod", options => options.CashReceiptMethod = " " },
            { "IncomingPaymentMethod", options => options.IncomingPaymentMethod = "" },
            { "CardPaymentMethod", options => options.CardPaymentMethod = "" },
            { "MaxParallelClients", options => options.MaxParallelClients = 0 },
            { "MaxDocuments", options => options.MaxDocuments = 0 },
            { "FirstPause", options => options.FirstPause = TimeSpan.FromDays(2) },
            { "LongestPause", options => options.LongestPause = TimeSpan.FromSeconds(1) },
            { "Lease", options => options.Lease = TimeSpan.FromSeconds(1) },
            { "StopAfterFailures", options => options.StopAfterFailures = 0 },
            { "OnCreditedChange", options => options.OnCreditedChange = (OnCreditedChange)7 },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Names_the_wrong_option_its_value_and_the_fix(string name, Action<PaymentExportOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddPaymentExport(configure);
        using var provider = services.BuildServiceProvider();

        provider
            .Invoking(p => p.GetRequiredService<IOptions<PaymentExportOptions>>().Value)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage($"PaymentExportOptions.{name}*:*");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(10, 360)]
    [InlineData(1_000_000, 360)]
    public void Doubles_the_pause_up_to_the_longest(int attempts, int minutes) =>
        new PaymentExportOptions().PauseAfter(attempts).Should().Be(TimeSpan.FromMinutes(minutes));
}
