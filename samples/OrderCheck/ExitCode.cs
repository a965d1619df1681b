using Settlements.Credit;

namespace OrderCheck;

internal static class ExitCode
{
    public const int WrongUsage = 64;

    public static int Of(CreditVerdict verdict) =>
        verdict switch
        {
            CreditVerdict.Allow => 0,
            CreditVerdict.Warn => 10,
            _ => 20,
        };
}
