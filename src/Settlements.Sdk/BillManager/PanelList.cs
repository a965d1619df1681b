using System.Globalization;
using System.Runtime.CompilerServices;

namespace Settlements.BillManager;

/// <summary>Reads a list page by page, and rather fails than gives half of it.</summary>
/// <param name="connection">The way to the panel.</param>
/// <param name="options">Page size and cap.</param>
internal sealed class PanelList(PanelConnection connection, BillManagerOptions options)
{
    /// <param name="query">Makes the call anew for each page, filter included.</param>
    /// <param name="columns">The columns to read.</param>
    /// <param name="id">A row's id.</param>
    /// <param name="matches">Whether a row is what was asked for, as far as it shows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async IAsyncEnumerable<T> ReadAsync<T>(
        Func<PanelCall> query,
        PanelColumns<T> columns,
        Func<T, long> id,
        Func<T, bool> matches,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var seen = new HashSet<long>();
        int? total = null;
        for (var page = 1; ; page++)
        {
            var call = query().With("filter", "on").With("p_cnt", options.PageSize).With("p_num", page);
            var document = await connection.ListAsync(call, columns, cancellationToken).ConfigureAwait(false);
            Check(call, document, total, page);
            total = document.TotalRows;

            foreach (var row in document.Rows)
            {
                if (!seen.Add(id(row)))
                    throw Changed(call, string.Create(CultureInfo.InvariantCulture, $"row {id(row)} came twice"));
                if (!matches(row))
                    throw FilterIgnored(call, id(row));
                if (seen.Count >= options.ListCap)
                    throw Capped(call, seen.Count);
            }
            foreach (var row in document.Rows)
                yield return row;

            if (IsLast(call, document, seen.Count))
                yield break;
        }
    }

    private void Check<T>(PanelCall call, PanelDocument<T> document, int? totalBefore, int page)
    {
        if (!document.IsList)
            throw PanelFailures.Of(
                call,
                SettlementsError.InvalidResponse,
                BillManagerProblem.UnexpectedDocument,
                $"a list was asked for and none came (the panel answered as '{document.Function}'"
                    + (document.Ok is null ? ")." : ", with a redirect to another form).")
            );
        if (document.TotalRows >= options.ListCap)
            throw Capped(call, document.TotalRows.Value);
        if (page > 1 && document.TotalRows != totalBefore)
            throw Changed(call, string.Create(CultureInfo.InvariantCulture, $"it had {totalBefore} rows and now has {document.TotalRows}"));
    }

    private bool IsLast<T>(PanelCall call, PanelDocument<T> document, int read)
    {
        if (document.TotalRows is not { } total)
            return document.Rows.Count < (document.PageSize is > 0 and var size ? size : options.PageSize);
        if (read < total && document.Rows.Count == 0)
            throw Changed(call, string.Create(CultureInfo.InvariantCulture, $"it says {total} rows and gave {read}"));
        if (read > total)
            throw Changed(call, string.Create(CultureInfo.InvariantCulture, $"it says {total} rows and gave {read}"));
        return read == total;
    }

    private static BillManagerException Changed(PanelCall call, string what) =>
        PanelFailures.Of(
            call,
            SettlementsError.InvalidResponse,
            BillManagerProblem.ListChanged,
            $"the list changed while it was read ({what}), so that rows may be missing. Read it again.",
            isTransient: true
        );

    private static BillManagerException FilterIgnored(PanelCall call, long id) =>
        PanelFailures.Of(
            call,
            SettlementsError.InvalidResponse,
            BillManagerProblem.FilterIgnored,
            string.Create(CultureInfo.InvariantCulture, $"row {id} does not match the filter asked for. ")
                + "A filter saved in the web interface seems to be in force for this user: clear it there, and use an employee that nobody logs in with."
        );

    private BillManagerException Capped(PanelCall call, int rows) =>
        PanelFailures.Of(
            call,
            SettlementsError.TooLarge,
            BillManagerProblem.ListCapped,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the list has {rows} rows, and the panel cuts lists at about {options.ListCap}: it may not be whole. "
            ) + "Ask with a narrower filter."
        );
}
