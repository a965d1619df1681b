using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Settlements.EntityFrameworkCore;

/// <summary>How values stand in a column.</summary>
/// <remarks>
/// Moments are text of fixed width in UTC, so that text order is time order in every collation and nothing is rounded: timestamptz would drop what is below a
/// microsecond. Dates are the provider's: date in PostgreSQL, ISO text in SQLite. Amounts are the provider's decimal: numeric in PostgreSQL, text in SQLite,
/// never a floating-point number, and never added or compared in SQL. Choices stand by name, so that a new one between two others moves nothing.
/// </remarks>
internal static class StoredValues
{
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffff'Z'"
    );

    private static readonly ValueConverter<Instant, string> Instants = new(
        moment => Moment.Format(moment),
        text => Moment.Parse(text).GetValueOrThrow()
    );

    private static readonly ValueConverter<LocalDate, DateOnly> Dates = new(
        date => date.ToDateOnly(),
        date => LocalDate.FromDateOnly(date)
    );

    private static readonly ValueConverter<Currency, string> Currencies = new(
        currency => currency.Code,
        text => Settlements.Currency.Parse(text)
    );

    /// <summary>A moment as its column has it, for SQL by hand.</summary>
    public static string ToText(Instant moment) => Moment.Format(moment);

    /// <summary>The moment of a column, for SQL by hand.</summary>
    public static Instant ToMoment(string text) => Moment.Parse(text).GetValueOrThrow();

    public static PropertyBuilder<Instant> IsMoment(this PropertyBuilder<Instant> property) => property.HasConversion(Instants);

    public static PropertyBuilder<Instant?> IsMoment(this PropertyBuilder<Instant?> property) => property.HasConversion(Instants);

    public static ComplexTypePropertyBuilder<LocalDate> IsDate(this ComplexTypePropertyBuilder<LocalDate> property) =>
        property.HasConversion(Dates);

    public static PropertyBuilder<LocalDate> IsDate(this PropertyBuilder<LocalDate> property) => property.HasConversion(Dates);

    public static PropertyBuilder<LocalDate?> IsDate(this PropertyBuilder<LocalDate?> property) => property.HasConversion(Dates);

    public static PropertyBuilder<Currency?> IsCurrency(this PropertyBuilder<Currency?> property) => property.HasConversion(Currencies);

    public static PropertyBuilder<Currency> IsCurrency(this PropertyBuilder<Currency> property) => property.HasConversion(Currencies);

    public static ComplexTypePropertyBuilder<Currency> IsCurrency(this ComplexTypePropertyBuilder<Currency> property) =>
        property.HasConversion(Currencies);
}
