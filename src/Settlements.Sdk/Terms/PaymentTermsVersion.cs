using NodaTime;
using NodaTime.Text;

namespace Settlements.Terms;

/// <summary>Terms and the days on which they are in force.</summary>
/// <param name="Id">The identifier to keep with an order made under these terms.</param>
/// <param name="Terms">The terms.</param>
public sealed record PaymentTermsVersion(TermsId Id, PaymentTerms Terms)
{
    /// <summary>The first day in force, included; null for "since ever".</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day in force, included; null for "until further notice".</summary>
    public LocalDate? To { get; init; }

    internal string PeriodText =>
        (From, To) switch
        {
            ({ } from, { } to) => "from " + LocalDatePattern.Iso.Format(from) + " to " + LocalDatePattern.Iso.Format(to),
            ({ } from, null) => "from " + LocalDatePattern.Iso.Format(from),
            (null, { } to) => "to " + LocalDatePattern.Iso.Format(to),
            _ => "always",
        };

    internal bool IsInForce(LocalDate date) => !(date < From) && !(date > To);
}
