using System.Runtime.InteropServices;

namespace Settlements.Testing.Scenarios;

/// <summary>A place in a text file, both numbers counted from 1; a column is a character, not a byte.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextPosition(int Line, int Column);
