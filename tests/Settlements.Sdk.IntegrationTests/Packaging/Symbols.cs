using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Settlements.IntegrationTests.Packaging;

/// <summary>A portable PDB and what it tells a debugger.</summary>
internal sealed class Symbols : IDisposable
{
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSourceKind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _reader;

    public Symbols(byte[] pdb)
    {
        _provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
        _reader = _provider.GetMetadataReader();
    }

    /// <summary>The SourceLink document, JSON; null when there is none.</summary>
    public string? SourceLink =>
        OfKind(_reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition), SourceLinkKind)
            .Select(Encoding.UTF8.GetString)
            .SingleOrDefault();

    public IReadOnlyList<string> Documents => [.. _reader.Documents.Select(handle => _reader.GetString(_reader.GetDocument(handle).Name))];

    /// <summary>Documents whose text stands in the PDB itself.</summary>
    public IReadOnlyList<string> EmbeddedDocuments =>
        [
            .. _reader
                .Documents.Where(handle => OfKind(_reader.GetCustomDebugInformation(handle), EmbeddedSourceKind).Any())
                .Select(handle => _reader.GetString(_reader.GetDocument(handle).Name)),
        ];

    /// <summary>The identity by which a debugger knows that these symbols and an assembly are of one build.</summary>
    public Guid Id => new BlobContentId(_reader.DebugMetadataHeader!.Id).Guid;

    public static Guid IdExpectedBy(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        return reader
            .ReadCodeViewDebugDirectoryData(reader.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView))
            .Guid;
    }

    public void Dispose() => _provider.Dispose();

    private IEnumerable<byte[]> OfKind(CustomDebugInformationHandleCollection handles, Guid kind) =>
        handles
            .Select(_reader.GetCustomDebugInformation)
            .Where(information => _reader.GetGuid(information.Kind) == kind)
            .Select(information => _reader.GetBlobBytes(information.Value));
}
