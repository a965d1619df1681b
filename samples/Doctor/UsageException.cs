namespace Doctor;

/// <summary>The command line asks for something that cannot be done; the message says which option, what is wrong and what to give.</summary>
internal sealed class UsageException(string message) : Exception(message);
