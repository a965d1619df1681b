using System.Globalization;
using Settlements.BillManager;

namespace Settlements.Diagnosis;

/// <summary>Looks at the first rows of each list and at one form of each kind: what do they show to this user?</summary>
/// <remarks>
/// Lists are asked without <c>filter=on</c>, with which the client otherwise asks: nobody outside the vendor knows whether the panel remembers a filter that comes with a call, and an
/// examination must leave the user's own filters as they are.
/// </remarks>
internal sealed class PanelShowing(
    PanelConnection connection,
    FindingList findings,
    CheckRunner runner,
    DoctorOptions options,
    TimeProvider timeProvider
)
{
    private const int Rows = 10;
    private const string Idle = "The list has no rows, so that its columns cannot be seen.";

    private readonly Dictionary<string, long> _firstIds = new(StringComparer.Ordinal);
    private (DateTimeOffset Begun, DateTimeOffset Ended, DateTimeOffset Server)? _stamp;

    internal async Task RunAsync()
    {
        await runner.RunAsync(DoctorCode.SavedFilter, PaymentFilterForm.Function, FilterAsync).ConfigureAwait(false);
        foreach (var list in PanelShown.Lists)
            await runner.RunAsync(DoctorCode.Columns, list.Function, token => ListAsync(list, token)).ConfigureAwait(false);
        foreach (var form in PanelShown.Forms)
            await runner.RunAsync(DoctorCode.Columns, form.Function, token => FormAsync(form, token)).ConfigureAwait(false);
        ClockCheck.Judge(findings, "BILLmanager", _stamp, options.ClockTolerance);
    }

    private async Task FilterAsync(CancellationToken cancellationToken)
    {
        try
        {
            var narrowing = await connection
                .FormAsync(PaymentFilterForm.Function, PaymentFilterForm.Narrowing, cancellationToken)
                .ConfigureAwait(false);
            findings.Add(
                narrowing.Count == 0 ? DoctorCode.SavedFilter : DoctorCode.SavedFilterInForce,
                PaymentFilterForm.Function,
                narrowing.Count == 0 ? "None is saved." : $"Saved by {string.Join(", ", narrowing)}."
            );
        }
        catch (BillManagerException exception)
        {
            Refused(PaymentFilterForm.Function, exception);
        }
    }

    private async Task ListAsync(PanelShown list, CancellationToken cancellationToken)
    {
        try
        {
            var begun = timeProvider.GetUtcNow();
            var ids = new List<long>();
            var columns = new PanelColumns<IReadOnlyList<string>>(
                row =>
                {
                    ids.Add(row.RequiredId());
                    return list.Columns.Read(row);
                },
                list.Columns.Names
            );
            var document = await connection
                .ListAsync(PanelCall.Read(list.Function).With("p_cnt", Rows).With("p_num", 1), columns, cancellationToken)
                .ConfigureAwait(false);
            if (document.ServerTime is { } server)
                _stamp ??= (begun, timeProvider.GetUtcNow(), server);
            if (ids.Count == 0)
            {
                SkipEmpty(list, document.IsList);
                return;
            }

            _firstIds[list.Function] = ids[0];
            Judge(list, document.Rows.SelectMany(names => names).ToHashSet(StringComparer.Ordinal));
        }
        catch (BillManagerException exception)
        {
            Refused(list.Function, exception);
        }
    }

    private void SkipEmpty(PanelShown list, bool isList)
    {
        if (isList)
            findings.Skip(DoctorCode.Columns, list.Function, Idle);
        else
            findings.Add(DoctorCode.AnswerUnreadable, list.Function, "A list was asked for and none came.");
    }

    private async Task FormAsync(PanelShown form, CancellationToken cancellationToken)
    {
        if (!_firstIds.TryGetValue(form.ObjectsOf!, out var id))
        {
            findings.Skip(DoctorCode.Columns, form.Function, $"There is no object to show: the list '{form.ObjectsOf}' gave none.");
            return;
        }

        try
        {
            var shown = await connection
                .FormAsync(form.Function, id, parentId: null, form.Columns, cancellationToken)
                .ConfigureAwait(false);
            Judge(form, shown.ToHashSet(StringComparer.Ordinal));
        }
        catch (BillManagerException exception)
        {
            Refused(form.Function, exception);
        }
    }

    private void Judge(PanelShown shown, HashSet<string> names)
    {
        var needed = PanelShown.Missing(shown.Needed, names);
        var useful = PanelShown.Missing(shown.Useful, names);
        if (needed.Count > 0)
            findings.Add(DoctorCode.ColumnsMissing, shown.Function, $"Not shown: {List(needed)}.");
        if (useful.Count > 0)
            findings.Add(DoctorCode.ColumnsHidden, shown.Function, $"Not shown: {List(useful)}.");
        if (needed.Count + useful.Count == 0)
            findings.Add(
                DoctorCode.Columns,
                shown.Function,
                string.Create(CultureInfo.InvariantCulture, $"{names.Count} of those that are read.")
            );
    }

    private void Refused(string function, BillManagerException exception) =>
        findings.Add(PanelJudgement.CodeOf(exception), function, exception.Message);

    private static string List(IEnumerable<string> groups) =>
        string.Join(", ", groups.Select(group => group.Replace("|", " or ", StringComparison.Ordinal)));
}
