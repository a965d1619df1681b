namespace Settlements.Testing;

/// <summary>How the 1C platform breaks the lines of the JSON it writes (<c>ПереносСтрокJSON</c>). It never indents.</summary>
public enum OneCJsonLayout
{
    /// <summary>A line feed after every element and a space after the colon; what the platform does unless told otherwise.</summary>
    Lines,

    /// <summary>As <see cref="Lines"/> with a carriage return before each line feed (<c>ПереносСтрокJSON.Windows</c>).</summary>
    WindowsLines,

    /// <summary>One line without any space (<c>ПереносСтрокJSON.Нет</c>).</summary>
    Compact,
}
