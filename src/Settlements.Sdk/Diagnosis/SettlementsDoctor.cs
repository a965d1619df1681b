using NodaTime;

namespace Settlements.Diagnosis;

/// <summary>
/// Examines the 1C publications and the panel that were added: whether they can be reached, let us in, and answer what the rules and the export rely on. Changes nothing anywhere.
/// </summary>
/// <remarks>
/// <para>
/// Registered by <c>AddSettlements().AddDoctor()</c>. 1C is asked for balances and for nothing else, the panel for lists and forms that are shown and not submitted; both through
/// the program's own clients, so that it uses their sessions and their memory of a refused login. A refused login is tried once and never again.
/// </para>
/// <para>Each check is bounded in time and stands alone; one whose ground is missing is skipped with the reason. Codes with cause and cure: <c>docs/doctor.md</c>.</para>
/// </remarks>
public sealed class SettlementsDoctor
{
    private readonly IReadOnlyList<OneCPatient> _publications;
    private readonly BillManagerPatient? _panel;
    private readonly DoctorOptions _options;
    private readonly TimeProvider _timeProvider;

    internal SettlementsDoctor(
        IReadOnlyList<OneCPatient> publications,
        BillManagerPatient? panel,
        DoctorOptions options,
        TimeProvider timeProvider
    )
    {
        _publications = publications;
        _panel = panel;
        _options = options;
        _timeProvider = timeProvider;
    }

    /// <summary>Examines everything that was added.</summary>
    /// <param name="counterparties">
    /// Customers whose balance answers are held against the contract, in every publication; best one who owes, with open documents. Null or empty for none.
    /// </param>
    /// <param name="cancellationToken">Ends the examination; that is <see cref="OperationCanceledException"/>.</param>
    /// <returns>The findings; whatever goes wrong with a server is one of them and no exception.</returns>
    /// <exception cref="ArgumentException">A counterparty was never assigned.</exception>
    public async Task<DoctorReport> ExamineAsync(
        IReadOnlyCollection<CounterpartyId>? counterparties = null,
        CancellationToken cancellationToken = default
    )
    {
        var named = (counterparties ?? []).Distinct().ToList();
        if (named.Contains(default))
            throw new ArgumentException(
                "One of the counterparties was never assigned: give the GUID that it has in 1C.",
                nameof(counterparties)
            );

        var examinedAt = Instant.FromDateTimeOffset(_timeProvider.GetUtcNow());
        using var deadline = new CancellationTokenSource(_options.TotalTimeout, _timeProvider);
        var found = new List<DoctorFinding>();
        var currencies = new HashSet<Currency>();
        foreach (var publication in _publications)
        {
            var findings = new FindingList(DoctorArea.OneC, publication.Name);
            var runner = new CheckRunner(findings, _options, _timeProvider, deadline.Token, cancellationToken);
            var examination = new OneCExamination(publication, findings, runner, _options, _timeProvider);
            if (await examination.RunAsync(named).ConfigureAwait(false) is { } currency)
                currencies.Add(currency);
            found.AddRange(findings.All);
        }

        if (_panel is not null)
        {
            var findings = new FindingList(DoctorArea.BillManager, "");
            var runner = new CheckRunner(findings, _options, _timeProvider, deadline.Token, cancellationToken);
            await new BillManagerExamination(_panel, findings, runner, _options, _timeProvider)
                .RunAsync(currencies.Count == 0 ? [Currency.Rub] : currencies)
                .ConfigureAwait(false);
            found.AddRange(findings.All);
        }

        return new DoctorReport(examinedAt, found);
    }
}
