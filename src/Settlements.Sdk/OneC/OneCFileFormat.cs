namespace Settlements.OneC;

/// <summary>How the rows of a file are written.</summary>
public enum OneCFileFormat
{
    /// <summary>By the first character that is no blank: <c>[</c> begins a JSON array, <c>{</c> lines of JSON, anything else is CSV. The default.</summary>
    Detect,

    /// <summary>One JSON array of objects.</summary>
    JsonArray,

    /// <summary>One JSON object a line (NDJSON).</summary>
    JsonLines,

    /// <summary>A line of column names and one line a row (RFC 4180).</summary>
    Csv,
}
