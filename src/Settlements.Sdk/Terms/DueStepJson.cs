using System.Text.Json;

namespace Settlements.Terms;

/// <summary>One step towards a due date as JSON: an object of one property.</summary>
internal static class DueStepJson
{
    private const string Fix =
        "give an object of one property: addDays, addWeeks, addMonths, addWorkingDays, endOfMonth, setDay or nextDay";

    internal static void Write(Utf8JsonWriter writer, DueStep step)
    {
        writer.WriteStartObject();
        var name = step.Kind.ToString();
        writer.WritePropertyName(char.ToLowerInvariant(name[0]) + name[1..]);
        switch (step.Kind)
        {
            case DueStepKind.EndOfMonth:
                writer.WriteBooleanValue(true);
                break;
            case DueStepKind.NextDay:
                writer.WriteStartArray();
                foreach (var day in step.Days)
                    writer.WriteNumberValue(day);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNumberValue(step.Count);
                break;
        }
        writer.WriteEndObject();
    }

    internal static DueStep Read(JsonPlace place)
    {
        var (name, value) = place.Only(Fix);
        return PaymentTermsJson.Make(
            value,
            () =>
                name switch
                {
                    "addDays" => DueStep.AddDays(value.Whole()),
                    "addWeeks" => DueStep.AddWeeks(value.Whole()),
                    "addMonths" => DueStep.AddMonths(value.Whole()),
                    "addWorkingDays" => DueStep.AddWorkingDays(value.Whole()),
                    "setDay" => DueStep.SetDay(value.Whole()),
                    "nextDay" => DueStep.NextDay([.. value.Items().Select(day => day.Whole())]),
                    "endOfMonth" => EndOfMonth(value),
                    _ => throw place.Wrong(Fix),
                }
        );
    }

    private static DueStep EndOfMonth(JsonPlace value)
    {
        value.MustBeTrue();
        return DueStep.EndOfMonth();
    }
}
