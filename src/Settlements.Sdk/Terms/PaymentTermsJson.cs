using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Terms;

/// <summary>Terms and sets of terms as JSON: <c>docs/payment-terms.md</c> is its contract.</summary>
internal static class PaymentTermsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Text, HolidayRoll Value)[] Rolls =
    [
        ("none", HolidayRoll.None),
        ("following", HolidayRoll.Following),
        ("modifiedFollowing", HolidayRoll.ModifiedFollowing),
        ("preceding", HolidayRoll.Preceding),
    ];

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void Write(Utf8JsonWriter writer, PaymentTermsSet set)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("versions");
        foreach (var version in set.Versions)
        {
            writer.WriteStartObject();
            writer.WriteString("id", version.Id.Value);
            if (version.From is { } from)
                writer.WriteString("from", LocalDatePattern.Iso.Format(from));
            if (version.To is { } to)
                writer.WriteString("to", LocalDatePattern.Iso.Format(to));
            writer.WritePropertyName("terms");
            Write(writer, version.Terms);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, PaymentTerms terms)
    {
        writer.WriteStartObject();
        if (!TryWriteType(writer, terms.WithRoll(HolidayRoll.None)))
        {
            writer.WriteStartArray("lines");
            foreach (var line in terms.Lines)
                PaymentTermsLineJson.Write(writer, line);
            writer.WriteEndArray();
        }
        if (terms.Roll != HolidayRoll.None)
            writer.WriteString("roll", Array.Find(Rolls, roll => roll.Value == terms.Roll).Text);
        writer.WriteEndObject();
    }

    internal static PaymentTermsSet ReadSet(JsonPlace place)
    {
        place.HasOnly("versions");
        var versions = place.Get("versions").Items().Select(ReadVersion).ToArray();
        return Make(place, () => PaymentTermsSet.Of(versions));
    }

    internal static PaymentTerms Read(JsonPlace place)
    {
        place.HasOnly("type", "prepayPercent", "delayDays", "lines", "roll");
        if (place.Find("type") is null == place.Find("lines") is null)
            throw place.Wrong("give either a type or lines");
        var terms = place.Find("type") is { } type ? ReadType(place, type) : ReadLines(place);
        return place.Find("roll") is { } roll ? terms.WithRoll(roll.Word<HolidayRoll>(Rolls)) : terms;
    }

    /// <summary>What the terms themselves refuse is told with the place.</summary>
    internal static T Make<T>(JsonPlace place, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (PaymentTermsException e)
        {
            throw new FormatException($"{place.Path}: {e.Message}", e);
        }
    }

    private static bool TryWriteType(Utf8JsonWriter writer, PaymentTerms terms)
    {
        var days = terms.Lines[^1].Due.Steps is [{ Kind: DueStepKind.AddDays, Count: >= 1 and var count }] ? count : 0;
        if (terms.Equals(PaymentTerms.Prepay()))
        {
            writer.WriteString("type", "prepay");
            return true;
        }
        if (days == 0)
            return false;
        if (terms.Equals(PaymentTerms.Deferred(days)))
        {
            writer.WriteString("type", "deferred");
            writer.WriteNumber("delayDays", days);
            return true;
        }
        var percent = terms.Lines[0].Share is { Kind: PaymentShareKind.PercentOfTotal, Value: > 0m and < 100m and var value } ? value : 0m;
        if (percent == 0m || !terms.Equals(PaymentTerms.Mixed(percent, days)))
            return false;
        writer.WriteString("type", "mixed");
        writer.WriteString("prepayPercent", Decimals.ToText(percent, 0));
        writer.WriteNumber("delayDays", days);
        return true;
    }

    private static PaymentTerms ReadType(JsonPlace place, JsonPlace type)
    {
        var (percent, days) = (place.Find("prepayPercent"), place.Find("delayDays"));
        var (hasPercent, hasDays) = type.Word(("prepay", (false, false)), ("deferred", (false, true)), ("mixed", (true, true)));
        if (percent is not null != hasPercent || days is not null != hasDays)
            throw place.Wrong("give neither delayDays nor prepayPercent with prepay, delayDays alone with deferred, and both with mixed");

        return Make(
            place,
            () =>
                (percent, days) switch
                {
                    ({ } share, { } delay) => PaymentTerms.Mixed(share.Number(), delay.Whole()),
                    (null, { } delay) => PaymentTerms.Deferred(delay.Whole()),
                    _ => PaymentTerms.Prepay(),
                }
        );
    }

    private static PaymentTerms ReadLines(JsonPlace place)
    {
        if (place.Find("prepayPercent") is not null || place.Find("delayDays") is not null)
            throw place.Wrong("give prepayPercent and delayDays with a type only, never with lines");
        var lines = place.Get("lines").Items().Select(PaymentTermsLineJson.Read).ToArray();
        return Make(place, () => PaymentTerms.FromLines(lines));
    }

    private static PaymentTermsVersion ReadVersion(JsonPlace place)
    {
        place.HasOnly("id", "from", "to", "terms");
        var id = place.Get("id");
        return new PaymentTermsVersion(
            TermsId.TryParse(id.Text(), out var known) ? known : throw id.Wrong("give a text that is not blank"),
            Read(place.Get("terms"))
        )
        {
            From = Date(place.FindKnown("from")),
            To = Date(place.FindKnown("to")),
        };
    }

    private static LocalDate? Date(JsonPlace? place)
    {
        if (place is not { } known)
            return null;
        return LocalDatePattern.Iso.Parse(known.Text()).TryGetValue(default, out var date)
            ? date
            : throw known.Wrong("give a date such as \"2026-11-21\", or leave it out");
    }
}
