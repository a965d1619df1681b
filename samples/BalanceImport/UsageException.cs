namespace BalanceImport;

internal sealed class UsageException(string message) : Exception(message);
