using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>Imports files of balances into a store, as a whole or not at all.</summary>
/// <remarks>
/// <para>
/// Readers of the store see the old figures or the new ones, never a mixture. An import that looks wrong is refused: its report says why, and nothing has changed. What fails
/// (a stream that cannot be read, a store that is down, cancellation) throws, and nothing has changed either.
/// </para>
/// <para>
/// A full snapshot clears whoever is not in it: who is gone owes nothing any more. A row that cannot be used keeps its counterparty as it is; when its counterparty cannot be
/// read, nobody is cleared, since it may be anybody's.
/// </para>
/// <para>
/// Terms are saved after the commit, owner by owner, where they are others than before: a step of its own, which an import of the same files repeats without harm.
/// </para>
/// <para>Safe for several callers at one time; imports into one store wait for each other.</para>
/// </remarks>
public sealed class BalanceImporter
{
    private readonly IBalanceStore _store;
    private readonly IPaymentTermsStore? _terms;
    private readonly BalanceImportOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes an importer; a host has one by <c>AddSettlements().AddBalanceImport()</c>.</summary>
    /// <param name="store">Where balances are kept.</param>
    /// <param name="options">What passes; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="terms">Where terms are kept; null when the host keeps none, and terms in the files are then passed over.</param>
    /// <param name="logger">Gets the outcome of each import, without figures; null for none.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    public BalanceImporter(
        IBalanceStore store,
        BalanceImportOptions? options = null,
        TimeProvider? time = null,
        IPaymentTermsStore? terms = null,
        ILogger<BalanceImporter>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        _options = options ?? new BalanceImportOptions();
        if (_options.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        _store = store;
        _terms = terms;
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<BalanceImporter>.Instance;
    }

    /// <summary>Imports files that belong together: balances, and where they come apart from them, documents, payments and terms.</summary>
    /// <param name="request">The moment of the files, and what is known about them.</param>
    /// <param name="files">At most one of each part, one of them <see cref="BalanceImportPart.Balances"/>; read in the order given.</param>
    /// <param name="onRejected">Gets each rejected row as soon as it is found, also of an import that is refused; null when nobody wants them.</param>
    /// <param name="cancellationToken">Cancels; nothing has changed then, unless the terms were being saved.</param>
    /// <returns>What was done, or why nothing was.</returns>
    /// <exception cref="ArgumentException">There is no file of balances, or two files of one part.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public async Task<BalanceImportReport> ImportAsync(
        BalanceImportRequest request,
        IReadOnlyList<IBalanceFile> files,
        Func<RejectedRow, CancellationToken, ValueTask>? onRejected = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckFiles(files);
        var counts = new ImportCounts(request, _terms is not null);
        BalanceImportReport report;
        try
        {
            report = await RunAsync(request, files, counts, onRejected, cancellationToken).ConfigureAwait(false);
        }
        catch (BalanceFileException unusable)
        {
            report = counts.Report() with
            {
                Refusal = BalanceImportRefusal.FileUnusable,
                FileProblem = unusable.Problem,
                Reason = unusable.Message,
            };
        }

        ImportLog.Ended(_logger, report);
        if (report.IsCommitted && _terms is not null)
            report = report with { TermsChanged = await SaveTermsAsync(counts.Terms, _terms, cancellationToken).ConfigureAwait(false) };
        return report;
    }

    private async Task<BalanceImportReport> RunAsync(
        BalanceImportRequest request,
        IReadOnlyList<IBalanceFile> files,
        ImportCounts counts,
        Func<RejectedRow, CancellationToken, ValueTask>? onRejected,
        CancellationToken cancellationToken
    )
    {
        var guards = new ImportGuards(_options, request);
        var last = await _store.FindLastImportAsync(cancellationToken).ConfigureAwait(false);
        if ((guards.OfMoment(_time.GetCurrentInstant()) ?? guards.OfAge(last?.Scope.AsOf)) is { } early)
            return counts.Report().Refused(early);

        var scope = new BalanceImportScope(request.Kind, request.AsOf)
        {
            HasDocuments = files.Any(file => file.Part == BalanceImportPart.Documents),
        };
        var import = await _store.BeginImportAsync(scope, cancellationToken).ConfigureAwait(false);
        await using var disposal = import.ConfigureAwait(false);
        var run = new ImportRun(import, counts, _options.BatchSize, onRejected);
        foreach (var file in files)
            await run.AddAsync(file, request.AsOf, cancellationToken).ConfigureAwait(false);
        await run.CheckAsync(cancellationToken).ConfigureAwait(false);
        if (guards.OfRows(counts) is { } rows)
            return counts.Report().Refused(rows);

        var isFull = request.Kind == BalanceImportKind.FullSnapshot;
        var isHeldBack = isFull && counts.HasUnknownBalance && !_options.ClearDespiteUnknownRejects;
        var changes = await import.ApplyAsync(isFull && !isHeldBack, cancellationToken).ConfigureAwait(false);
        var report = counts.Report() with { Changes = changes, IsClearingHeldBack = isHeldBack };
        if ((guards.OfAge(changes.PreviousAsOf) ?? guards.OfChanges(changes)) is { } late)
            return report.Refused(late);

        await import.CommitAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    private static async Task<long> SaveTermsAsync(ImportedTermsSet imported, IPaymentTermsStore store, CancellationToken cancellationToken)
    {
        var changed = 0L;
        foreach (var (owner, terms) in imported.All())
            changed += await store.SaveIfChangedAsync(owner, terms, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        return changed;
    }

    private static void CheckFiles(IReadOnlyList<IBalanceFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
            ArgumentNullException.ThrowIfNull(file, nameof(files));
        if (files.GroupBy(file => file.Part).FirstOrDefault(part => part.Count() > 1) is { } twice)
            throw new ArgumentException($"There are {twice.Count()} files of {twice.Key}: give one of each part.", nameof(files));
        if (files.All(file => file.Part != BalanceImportPart.Balances))
            throw new ArgumentException("There is no file of balances: documents, payments and terms belong to them.", nameof(files));
    }
}
