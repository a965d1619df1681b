namespace PaymentExport;

internal sealed class UsageException(string message) : Exception(message);
