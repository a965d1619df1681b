namespace Settlements.OneC;

/// <summary>An answer that cannot be taken for a balance; the client makes an <see cref="OneCException"/> of it.</summary>
internal sealed class UnreadableAnswerException(string message, SettlementsError error = SettlementsError.InvalidResponse)
    : Exception(message)
{
    internal SettlementsError Error { get; } = error;

    internal static UnreadableAnswerException Field(string path, string problem) => new($"{path}: {problem}");
}
