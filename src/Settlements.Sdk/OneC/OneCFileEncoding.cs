namespace Settlements.OneC;

/// <summary>In what a file is written.</summary>
public enum OneCFileEncoding
{
    /// <summary>
    /// By the byte order mark of UTF-8 or UTF-16. Without one the first letters outside ASCII decide: UTF-8 when they are that, and windows-1251 when not. The default.
    /// </summary>
    Detect,

    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>windows-1251.</summary>
    Windows1251,

    /// <summary>UTF-16; little-endian where no byte order mark says otherwise.</summary>
    Utf16,
}
