namespace Settlements.Terms;

/// <summary>What can be known of lines before there is a total.</summary>
internal static class PaymentTermsCheck
{
    internal static PaymentTermsProblem? Lines(ReadOnlySpan<PaymentTermsLine> lines)
    {
        if (lines.IsEmpty)
            return PaymentTermsProblems.NoLines();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Line(lines[i], isLast: i == lines.Length - 1) is { } problem)
                return problem.AtLine(i + 1);
        }
        return null;
    }

    private static PaymentTermsProblem? Line(PaymentTermsLine line, bool isLast)
    {
        if (!Enum.IsDefined(line.BaseDate))
            return PaymentTermsProblems.UnknownValue(nameof(line.BaseDate), line.BaseDate);
        if (line.StatedKind is { } kind && !Enum.IsDefined(kind))
            return PaymentTermsProblems.UnknownValue(nameof(line.StatedKind), kind);
        return line.Share.Kind == PaymentShareKind.Remainder && !isLast ? PaymentTermsProblems.RemainderNotLast() : null;
    }
}
