using System.Text;
using Settlements.Balances;
using Settlements.OneC;

namespace BalanceImport;

/// <summary>Imports what has arrived in a folder, and puts it away with what a person needs to know.</summary>
internal sealed class FolderImport(BalanceImporter importer, DirectoryInfo folder, bool isForced)
{
    public async Task<int> ImportAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var rejectsPath = Path.Combine(folder.FullName, $"rejects-{arrival.Stamp}.ndjson");
        BalanceImportReport report;
        long rejected;
        await using (var rejectsStream = new FileStream(rejectsPath, FileMode.Create, FileAccess.Write))
        {
            var rejects = new BalanceRejectsFile(rejectsStream);
            report = await ReadAsync(arrival, rejects, cancellationToken);
            rejected = rejects.Count;
        }

        var target = Directory.CreateDirectory(Path.Combine(folder.FullName, report.IsCommitted ? "done" : "failed"));
        if (rejected > 0)
            File.Move(rejectsPath, Path.Combine(target.FullName, Path.GetFileName(rejectsPath)), overwrite: true);
        else
            File.Delete(rejectsPath);
        var words = Describe(arrival, report);
        await File.WriteAllTextAsync(Path.Combine(target.FullName, $"report-{arrival.Stamp}.txt"), words, Encoding.UTF8, cancellationToken);
        foreach (var file in arrival.Files.Values)
            File.Move(file.FullName, Path.Combine(target.FullName, file.Name), overwrite: true);
        Console.Write(words);
        return !report.IsCommitted ? ExitCode.Refused
            : report.Rejected > 0 ? ExitCode.SomeRejected
            : ExitCode.Done;
    }

    private async Task<BalanceImportReport> ReadAsync(Arrival arrival, BalanceRejectsFile rejects, CancellationToken cancellationToken)
    {
        List<Stream> streams = [];
        try
        {
            List<IBalanceFile> files = [];
            foreach (var (part, file) in arrival.Files)
            {
                var stream = file.OpenRead();
                streams.Add(stream);
                files.Add(new OneCBalanceFile(stream, part));
            }

            var request = new BalanceImportRequest(arrival.AsOf) { Kind = arrival.Kind, Force = isForced };
            return await importer.ImportAsync(request, files, rejects.WriteAsync, cancellationToken);
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    private static string Describe(Arrival arrival, BalanceImportReport report)
    {
        var words = new StringBuilder();
        words.AppendLine(
            FormattableString.Invariant(
                $"{arrival.Stamp}: {(report.IsCommitted ? "imported" : $"REFUSED ({report.Refusal})")}, {report.Balances} balances read"
            )
        );
        if (report.Reason is { } reason)
            words.AppendLine($"  {reason}");
        if (report is { IsCommitted: true, Changes: { } changes })
            words.AppendLine(
                FormattableString.Invariant(
                    $"  {changes.Added} added, {changes.Changed} changed, {changes.Unchanged} unchanged, {changes.Cleared} cleared, {report.Kept} kept as they were"
                )
            );
        if (report.FirstRejected is { } first)
            words.AppendLine(
                FormattableString.Invariant(
                    $"  {report.Rejected} rows rejected, the first on line {first.Line}: {first.Field} {first.Reason}"
                )
            );
        if (report.IsClearingHeldBack)
            words.AppendLine("  Nobody was cleared: a rejected row may be anybody's.");
        return words.ToString();
    }
}
