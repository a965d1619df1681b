using System.Globalization;

namespace Settlements.Terms;

/// <summary>Why terms or a schedule could not be made.</summary>
/// <param name="Kind">The kind of input at fault.</param>
/// <param name="Reason">What is wrong and what to do about it, in English, for the person who keeps the terms.</param>
/// <param name="Line">The line at fault, counted from 1; null when it is not one line.</param>
public sealed record PaymentTermsProblem(PaymentTermsProblemKind Kind, string Reason, int? Line = null)
{
    /// <summary>The line, where there is one, and the reason.</summary>
    public string Message => Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"Line {line}: {Reason}") : Reason;

    internal PaymentTermsProblem AtLine(int line) => this with { Line = line };

    internal PaymentTermsException ToException() => new(this);
}
