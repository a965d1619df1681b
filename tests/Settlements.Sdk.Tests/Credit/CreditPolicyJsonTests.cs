using System.Text;
using NodaTime;
using Settlements.Credit;

namespace Settlements.Tests.Credit;

public sealed class CreditPolicyJsonTests
{
    [Fact]
    public void Reads_every_property()
    {
        var policy = Read(
            """
            { // what our accountants agreed on
              "onOverdue": "warn", "onLimitExceeded": "ignore", "onLimitUnknown": "block", "onLimitNear": "ignore", "onOverdueUnknown": "block",
              "onBalanceUnavailable": "warn", "onBalanceStale": "warn", "onCounterpartyBlocked": "warn", "onCurrencyMismatch": "warn",
              "zeroLimit": "noLimit", "overdueBasis": "either", "overdueTolerance": "100.50", "graceDays": 3, "warnAtUtilization": "0.75", "maxAgeMinutes": 15 }
            """
        );

        policy
            .Should()
            .Be(
                new CreditPolicy
                {
                    OnOverdue = CreditSeverity.Warn,
                    OnLimitExceeded = CreditSeverity.Ignore,
                    OnLimitUnknown = CreditSeverity.Block,
                    OnLimitNear = CreditSeverity.Ignore,
                    OnOverdueUnknown = CreditSeverity.Block,
                    OnBalanceUnavailable = CreditSeverity.Warn,
                    OnBalanceStale = CreditSeverity.Warn,
                    OnCounterpartyBlocked = CreditSeverity.Warn,
                    OnCurrencyMismatch = CreditSeverity.Warn,
                    ZeroLimit = ZeroLimitMeaning.NoLimit,
                    OverdueBasis = OverdueBasis.Either,
                    OverdueTolerance = 100.50m,
                    GraceDays = 3,
                    WarnAtUtilization = 0.75m,
                    MaxAge = Duration.FromMinutes(15),
                }
            );
    }

    [Fact]
    public void What_is_left_out_keeps_its_default()
    {
        Read("{}").Should().Be(CreditPolicy.Default);
        Read("\uFEFF{ \"warnAtUtilization\": null, \"maxAgeMinutes\": null }")
            .Should()
            .Be(CreditPolicy.Default with { WarnAtUtilization = null });
    }

    [Theory]
    [InlineData("[]", "A policy is a JSON object, not Array.")]
    [InlineData("{", "The policy is not valid JSON:*")]
    [InlineData("{\"graceDays\":1,\"graceDays\":2}", "The policy is not valid JSON:*graceDays*")]
    [InlineData("{\"onOverdue\":\"\\ud800\"}", "The policy is not valid JSON:*surrogate*")]
    [InlineData("{\"\\ud800\":1}", "The policy is not valid JSON:*surrogate*")]
    [InlineData("{\"onOverDue\":\"warn\"}", "The policy has no property 'onOverDue'*")]
    [InlineData("{\"onOverdue\":\"stop\"}", "The policy's onOverdue is \"stop\"; give one of \"ignore\", \"warn\", \"block\".")]
    [InlineData("{\"onOverdue\":1}", "The policy's onOverdue is 1; give one of*")]
    [InlineData("{\"zeroLimit\":null}", "The policy's zeroLimit is null; give one of \"noCredit\", \"noLimit\".")]
    [InlineData("{\"overdueTolerance\":100}", "The policy's overdueTolerance is 100; give a decimal number as a string*")]
    [InlineData("{\"overdueTolerance\":\"1,5\"}", "The policy's overdueTolerance is \"1,5\"; give a decimal number as a string*")]
    [InlineData("{\"overdueTolerance\":\"-1\"}", "The policy's overdueTolerance: OverdueTolerance must be zero or more.*")]
    [InlineData("{\"graceDays\":\"3\"}", "The policy's graceDays is \"3\"; give a whole number.")]
    [InlineData("{\"graceDays\":-1}", "The policy's graceDays: GraceDays must be between 0 and 3650.*")]
    [InlineData("{\"warnAtUtilization\":\"1.1\"}", "The policy's warnAtUtilization: WarnAtUtilization must be above 0 and at most 1*")]
    [InlineData("{\"maxAgeMinutes\":1.5}", "The policy's maxAgeMinutes is 1.5; give a whole number.")]
    [InlineData("{\"maxAgeMinutes\":-1}", "The policy's maxAgeMinutes: MaxAge must be zero or more, or null.*")]
    public void Says_which_property_is_wrong_and_what_to_give(string json, string message) =>
        FluentActions.Invoking(() => Read(json)).Should().Throw<FormatException>().WithMessage(message);

    private static CreditPolicy Read(string json) => CreditPolicy.FromJson(Encoding.UTF8.GetBytes(json));
}
