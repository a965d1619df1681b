using System.Runtime.InteropServices;
using NodaTime;

namespace Settlements.Terms;

/// <summary>The dates that terms are counted from, as far as they are known, in the business time zone.</summary>
/// <remarks>
/// A date that is not known yet is null: the instalments counted from it are pending, never guessed. A date that the business plans may be given; the schedule is
/// then as good as the plan. <c>0001-01-01</c>, which 1C writes for "no date", is refused when a line is counted from it: leave it null.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TermsDates
{
    /// <summary>The day of the order; null when not known.</summary>
    public LocalDate? Order { get; init; }

    /// <summary>The day on which the goods were handed over; null when not known yet.</summary>
    public LocalDate? Shipment { get; init; }

    /// <summary>The day on which the invoice was issued; null when not known yet.</summary>
    public LocalDate? Invoice { get; init; }

    /// <summary>Only the day of the order is known.</summary>
    public static TermsDates OrderedOn(LocalDate date) => new() { Order = date };

    internal LocalDate? Of(TermsBaseDate baseDate) =>
        baseDate switch
        {
            TermsBaseDate.Shipment => Shipment,
            TermsBaseDate.Invoice => Invoice,
            _ => Order,
        };
}
