using System.IO.Compression;
using System.Xml.Linq;

namespace Settlements.IntegrationTests.Packaging;

/// <summary>A packed file and its symbols, opened.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _package;
    private readonly ZipArchive _symbols;

    public Package(string path)
    {
        _package = ZipFile.OpenRead(path);
        var symbols = Path.ChangeExtension(path, ".snupkg");
        File.Exists(symbols).Should().BeTrue($"{symbols} belongs to it");
        _symbols = ZipFile.OpenRead(symbols);
        Specification = XDocument.Parse(ReadText(Files.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!;
    }

    public XElement Specification { get; }

    public IEnumerable<string> Files => _package.Entries.Select(entry => entry.FullName);

    /// <summary>The text of an element of the specification; null when it is not there.</summary>
    public string? Says(string element) => Specification.Descendants().FirstOrDefault(e => e.Name.LocalName == element)?.Value;

    public byte[] Read(string name) => Read(_package, name);

    public byte[] ReadSymbols(string name) => Read(_symbols, name);

    public string ReadText(string name) => new StreamReader(new MemoryStream(Read(name))).ReadToEnd();

    public void Dispose()
    {
        _package.Dispose();
        _symbols.Dispose();
    }

    private static byte[] Read(ZipArchive archive, string name)
    {
        using var stream = (archive.GetEntry(name) ?? throw new InvalidOperationException($"The package has no {name}.")).Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
