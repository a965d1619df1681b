namespace Settlements.Terms;

/// <summary>Terms, a schedule or a calendar were asked for with input that cannot be used; the message names the line and says why.</summary>
/// <remarks>Methods named <c>Try...</c> give the same <see cref="Problem"/> without throwing.</remarks>
public sealed class PaymentTermsException : ArgumentException
{
    /// <summary>Wraps a problem.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    public PaymentTermsException(PaymentTermsProblem problem)
        : base(problem?.Message)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>What was wrong, for a program to act on.</summary>
    public PaymentTermsProblem Problem { get; }
}
