namespace Settlements.Testing.Scenarios;

/// <summary>A property that an object may have.</summary>
/// <param name="Name">As written, letter for letter.</param>
/// <param name="Shape">What its value may be.</param>
/// <param name="Meaning">One sentence for whoever writes a file: editors show it.</param>
/// <param name="IsRequired">Whether a file without it cannot be used.</param>
internal sealed record ShapeProperty(string Name, Shape Shape, string Meaning, bool IsRequired = false);
