namespace Settlements.OneC;

/// <summary>An answer that cannot be taken for a balance; the client makes an <see cref="OneCException"/> of it.</summary>
internal sealed class UnreadableAnswerException(string message, SettlementsError error = SettlementsError.InvalidResponse)
    : Exception(message)
{
    internal SettlementsError Error { get; } = error;

    /// <summary>The key of the value at fault; null when it is no single value.</summary>
    internal string? Path { get; private init; }

    /// <summary>The value at fault, shortened; null when there is none to show.</summary>
    internal string? Value { get; private init; }

    /// <summary>What is wrong, without the key.</summary>
    internal string Problem { get; private init; } = message;

    /// <summary>It is no JSON: nothing in it can be relied upon, not even that it is one row.</summary>
    internal bool IsBroken { get; init; }

    internal static UnreadableAnswerException Field(string path, string problem, string? value = null) =>
        new($"{path}: {problem}")
        {
            Path = path,
            Value = value,
            Problem = problem,
        };
}
