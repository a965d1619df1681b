using System.Text;
using NodaTime;
using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>A value as a 1C service writes it into its JSON. Immutable.</summary>
/// <remarks>
/// Numbers, texts, dates, identifiers and booleans convert by themselves: <c>Debt = 125000.50m</c>, <c>Debt = ""</c>. A key whose property is a C#
/// <c>null</c> is left out of the JSON; <see cref="Null"/> writes the word <c>null</c> (<c>Неопределено</c>).
/// </remarks>
public sealed class OneCValue
{
    private OneCValue(ValueKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>The word <c>null</c>, which the platform writes for <c>Неопределено</c>.</summary>
    public static OneCValue Null { get; } = Raw("null");

    /// <summary><c>"0001-01-01T00:00:00"</c>: the empty date of the platform, which means "none".</summary>
    public static OneCValue EmptyDate { get; } = String("0001-01-01T00:00:00");

    /// <summary><c>"00000000-0000-0000-0000-000000000000"</c>: the empty reference of the platform, which means "none".</summary>
    public static OneCValue EmptyReference { get; } = String("00000000-0000-0000-0000-000000000000");

    /// <summary>Stands for the identifier that the request asked for.</summary>
    public static OneCValue AskedCounterparty { get; } = new(ValueKind.AskedCounterparty, "");

    internal ValueKind Kind { get; }

    internal string Text { get; }

    internal IReadOnlyList<(string Key, OneCValue Value)> Members { get; private init; } = [];

    /// <summary>A JSON number as the platform writes it: a dot, no grouping, no trailing zeros.</summary>
    public static OneCValue Number(decimal value) => new(ValueKind.Raw, PlatformText.Number(value));

    /// <summary>A JSON string.</summary>
    public static OneCValue String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new OneCValue(ValueKind.String, value);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static OneCValue Boolean(bool value) => Raw(value ? "true" : "false");

    /// <summary>An identifier: 36 characters, lower case.</summary>
    public static OneCValue Reference(Guid value) => String(value.ToString("D"));

    /// <summary>A number that the service turned into text with <c>Строка()</c>: <c>"1 000,5"</c> with U+00A0 and a comma; zero is <c>"0"</c>.</summary>
    public static OneCValue NumberAsText(decimal value) => String(PlatformText.GroupedNumber(value));

    /// <summary>A number that the service turned into text with <c>Формат()</c>: as <see cref="NumberAsText"/>, but zero is the empty text.</summary>
    public static OneCValue FormattedNumber(decimal value) => String(value == 0m ? "" : PlatformText.GroupedNumber(value));

    /// <summary>A boolean that the service turned into text: <c>"Да"</c> or <c>"Нет"</c>.</summary>
    public static OneCValue YesNo(bool value) => String(value ? "Да" : "Нет");

    /// <summary>A date in one of the platform's forms.</summary>
    /// <param name="value">The local time of the 1C server with its offset from UTC.</param>
    /// <param name="form">The form.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="form"/> is not a member of its type.</exception>
    public static OneCValue Date(OffsetDateTime value, OneCDateForm form) => String(PlatformText.Date(value, form));

    /// <summary>JSON that is written exactly as given and not checked.</summary>
    public static OneCValue Raw(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new OneCValue(ValueKind.Raw, json);
    }

    /// <summary>A JSON object (<c>Структура</c>), its members in this order: <c>OneCValue.Object(("Долг", 5m), ("Валюта", "RUB"))</c>.</summary>
    /// <remarks>Keys are not checked: a key given twice is written twice, as 1C does.</remarks>
    public static OneCValue Object(params IEnumerable<(string Key, OneCValue Value)> members) =>
        new(ValueKind.Object, "") { Members = [.. members] };

    /// <summary>A JSON array (<c>Массив</c>).</summary>
    public static OneCValue Array(params IEnumerable<OneCValue> elements) =>
        new(ValueKind.Array, "") { Members = [.. elements.Select(element => ("", element))] };

    /// <inheritdoc cref="Number"/>
    public static implicit operator OneCValue(decimal value) => Number(value);

    /// <inheritdoc cref="String"/>
    public static implicit operator OneCValue(string value) => String(value);

    /// <inheritdoc cref="Boolean"/>
    public static implicit operator OneCValue(bool value) => Boolean(value);

    /// <inheritdoc cref="Reference"/>
    public static implicit operator OneCValue(Guid value) => Reference(value);

    /// <summary>An identifier: 36 characters, lower case.</summary>
    public static implicit operator OneCValue(CounterpartyId value) => String(value.ToString());

    /// <summary>A day, which 1C writes as its midnight: <c>"2026-03-04T00:00:00"</c>.</summary>
    public static implicit operator OneCValue(LocalDate value) => value.AtMidnight();

    /// <summary>A local time without a zone: <c>"2026-03-04T05:06:07"</c>.</summary>
    public static implicit operator OneCValue(LocalDateTime value) => Date(value.WithOffset(Offset.Zero), OneCDateForm.Local);

    /// <summary>The JSON as the platform writes it, without a byte order mark.</summary>
    /// <exception cref="InvalidOperationException"><see cref="AskedCounterparty"/> is in it, which only an answer to a request can replace.</exception>
    public string ToJson(OneCJsonLayout layout = OneCJsonLayout.Lines) => ToJson(layout, asked: null);

    /// <summary>The JSON on one line.</summary>
    public override string ToString() => ToJson(OneCJsonLayout.Compact, asked: "(the counterparty asked for)");

    internal string ToJson(OneCJsonLayout layout, string? asked)
    {
        var json = new StringBuilder();
        new JsonWriter(json, layout, asked).Write(this);
        return json.ToString();
    }
}
