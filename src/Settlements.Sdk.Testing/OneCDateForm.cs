namespace Settlements.Testing;

/// <summary>The forms in which the 1C platform writes a date into JSON; every one of them is a JSON string.</summary>
public enum OneCDateForm
{
    /// <summary><c>2026-03-04T05:06:07</c>: wall-clock time without a zone; what the platform does unless told otherwise.</summary>
    Local,

    /// <summary><c>2026-03-04T05:06:07+03:00</c></summary>
    WithOffset,

    /// <summary><c>2026-03-04T02:06:07Z</c></summary>
    Universal,

    /// <summary><c>new Date(1772589967000)</c>, milliseconds since 1970 in UTC.</summary>
    JavaScript,

    /// <summary><c>/Date(1772589967000)/</c>, milliseconds since 1970 in UTC.</summary>
    Microsoft,

    /// <summary><c>04.03.2026 5:06:07</c>: what <c>Строка(Дата)</c> gives, the hour without a leading zero.</summary>
    Text,

    /// <summary><c>20260304050607</c></summary>
    Digits,
}
