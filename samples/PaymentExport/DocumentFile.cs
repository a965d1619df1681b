using System.Globalization;
using Settlements.Payments;

namespace PaymentExport;

/// <summary>The documents of a file: the newest version of each, and what cannot be used.</summary>
internal sealed class DocumentFile
{
    private DocumentFile(List<PaymentDocument> documents, List<Outcome> refused)
    {
        Documents = documents;
        Refused = refused;
    }

    public IReadOnlyList<PaymentDocument> Documents { get; }

    public IReadOnlyList<Outcome> Refused { get; }

    /// <exception cref="UsageException">The file cannot be read, or is no array of documents.</exception>
    public static async Task<DocumentFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Of(PaymentDocumentJson.ReadFile(await File.ReadAllBytesAsync(path, cancellationToken)));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--documents {path}: {e.Message}");
        }
    }

    /// <summary>Of two rows with one version and different contents nobody can say which is true: neither is exported.</summary>
    private static DocumentFile Of(IReadOnlyList<PaymentDocumentRow> rows)
    {
        var refused = rows.Where(row => row.Document is null).Select(Outcome.Of).ToList();
        List<PaymentDocument> documents = [];
        foreach (var versions in rows.Select(row => row.Document).OfType<PaymentDocument>().GroupBy(document => document.Id))
        {
            var newest = versions.MaxBy(document => document.Version)!;
            if (versions.All(document => document.Version != newest.Version || document == newest))
                documents.Add(newest);
            else
                refused.Add(
                    Outcome.Conflict(
                        newest,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Version {newest.Version} stands in the file twice with different contents."
                        )
                    )
                );
        }

        return new DocumentFile(documents, refused);
    }
}
