namespace BalanceImport;

internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeRejected = 10;
    public const int Refused = 20;
    public const int WrongUsage = 64;
}
