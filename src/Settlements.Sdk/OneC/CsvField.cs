using System.Runtime.InteropServices;

namespace Settlements.OneC;

/// <summary>Where a value stands in its record, quotes included.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">Behind its last byte.</param>
/// <param name="Close">Its closing quote; below zero when it is not quoted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CsvField(int Start, int End, int Close)
{
    internal int Length => End - Start;
}
