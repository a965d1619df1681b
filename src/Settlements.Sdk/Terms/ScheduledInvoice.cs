using NodaTime;

namespace Settlements.Terms;

/// <summary>An invoice that a schedule calls for.</summary>
/// <param name="Line">The line of the terms that it comes from, counted from 1.</param>
/// <param name="Amount">The amount, above zero, whole in minor units.</param>
/// <param name="PayBy">The payment date to print on it; null while it is not known.</param>
/// <param name="WaitsFor">The event that must be known before the payment date is; null when the invoice can be issued at once.</param>
/// <param name="Kind">Whether it asks for a prepayment or for a deferred part.</param>
public sealed record ScheduledInvoice(int Line, Money Amount, LocalDate? PayBy, TermsBaseDate? WaitsFor, InstallmentKind Kind)
{
    /// <summary>True when the invoice can be issued now, with its payment date; false when it is issued later, after <see cref="WaitsFor"/>.</summary>
    public bool IssueNow => WaitsFor is null;
}
