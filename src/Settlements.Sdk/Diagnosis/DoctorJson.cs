using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Settlements.Diagnosis;

/// <summary>Writes reports as JSON.</summary>
internal static class DoctorJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(DoctorReport report, CultureInfo culture)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("examinedAt", InstantPattern.General.Format(report.ExaminedAt));
            writer.WriteString("result", Name(report.Result));
            writer.WriteStartArray("findings");
            foreach (var finding in report.Findings)
                Write(writer, finding, culture);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static string Name(DoctorArea area) => area == DoctorArea.OneC ? "onec" : "billmanager";

    internal static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Write(Utf8JsonWriter writer, DoctorFinding finding, CultureInfo culture)
    {
        writer.WriteStartObject();
        writer.WriteString("id", finding.Id);
        writer.WriteString("area", Name(finding.Area));
        writer.WriteString("name", finding.Name);
        writer.WriteString("result", Name(finding.Result));
        writer.WriteString("subject", finding.Subject);
        writer.WriteString("seen", finding.Seen);
        writer.WriteString("meaning", finding.Meaning(culture));
        writer.WriteString("fix", finding.Fix(culture));
        writer.WriteEndObject();
    }
}
