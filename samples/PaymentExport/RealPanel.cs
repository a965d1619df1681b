using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Settlements.BillManager;
using Settlements.Payments;

namespace PaymentExport;

/// <summary>Exports the documents of a file into a real panel, once or again and again.</summary>
internal sealed class RealPanel
{
    private static readonly Duration AccountsKeep = Duration.FromDays(1);

    private readonly CommandLine _line;
    private readonly StateFile _state;
    private readonly PaymentExporter _exporter;
    private readonly AccountLoader _loader;

    private RealPanel(CommandLine line, StateFile state, BillManagerClient client)
    {
        (_line, _state) = (line, state);
        _exporter = new PaymentExporter(client, state.Store, state.Accounts, options: null, TimeProvider.System);
        _loader = new AccountLoader(client, state.Accounts, TimeProvider.System);
    }

    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellationToken)
    {
        await using var services = Services(line);
        var client = Client(services);
        var file = await DocumentFile.ReadAsync(line.Documents, cancellationToken);
        await using var state = await StateFile.OpenAsync(line.State, line.IsDryRun, TimeProvider.System, cancellationToken);
        var panel = new RealPanel(line, state, client);
        if (line.Every is not { } every)
            return await panel.RoundAsync(file, isAskedFor: true, cancellationToken);

        var code = ExitCode.Done;
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                file = isFirst ? file : await DocumentFile.ReadAsync(line.Documents, cancellationToken);
                code = await panel.RoundAsync(file, isAskedFor: isFirst, cancellationToken);
            }
            catch (UsageException e) when (!isFirst)
            {
                await Console.Error.WriteLineAsync(e.Message);
            }

            try
            {
                await Task.Delay(every, TimeProvider.System, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return code;
            }
        }
    }

    private static ServiceProvider Services(CommandLine line)
    {
        var services = new ServiceCollection();
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                options.Endpoint = line.Url;
                options.UserName = line.User;
                options.Password = line.Password;
                options.Resilience.AttemptTimeout = TimeSpan.FromSeconds(30);
                options.Resilience.TotalTimeout = TimeSpan.FromSeconds(90);
            });
        return services.BuildServiceProvider();
    }

    private static BillManagerClient Client(ServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<BillManagerClient>();
        }
        catch (OptionsValidationException e)
        {
            throw new UsageException(string.Join(Environment.NewLine, e.Failures));
        }
    }

    private async Task<int> RoundAsync(DocumentFile file, bool isAskedFor, CancellationToken cancellationToken)
    {
        await LoadAccountsAsync(cancellationToken);
        var outcomes = _line.IsDryRun ? await PlanAsync(file, cancellationToken) : await ExportAsync(file, isAskedFor, cancellationToken);
        if (_line.IsJson)
            outcomes.ForEach(outcome => Console.WriteLine(JsonLines.Of(outcome)));
        else
            ResultTable.Show(_line.IsDryRun ? "Plan" : "Export", outcomes, _ => null);
        return ExitCode.Of(outcomes);
    }

    /// <summary>Without the accounts a run still works, asking for each by itself; so a failure here is a remark.</summary>
    private async Task LoadAccountsAsync(CancellationToken cancellationToken)
    {
        var loadedAt = await _state.Accounts.GetLoadedAtAsync(cancellationToken);
        if (Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - loadedAt < AccountsKeep)
            return;
        try
        {
            var report = await _loader.RunOnceAsync(cancellationToken);
            foreach (var account in report.Unclear)
                await Console.Error.WriteLineAsync($"Account {account.Id}: {account.Reason}");
        }
        catch (BillManagerException e)
        {
            await Console.Error.WriteLineAsync($"Accounts were not loaded. {e.Message}");
        }
    }

    private async Task<List<Outcome>> PlanAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var report = await _exporter.PlanAsync(file.Documents, cancellationToken);
        var byId = file.Documents.ToDictionary(document => document.Id);
        return [.. report.Results.Select(result => Outcome.Of(result, byId[result.DocumentId])), .. file.Refused];
    }

    private async Task<List<Outcome>> ExportAsync(DocumentFile file, bool isAskedFor, CancellationToken cancellationToken)
    {
        List<Outcome> refused = [.. file.Refused];
        List<PaymentDocument> accepted = [];
        foreach (var document in file.Documents)
        {
            if (await _state.Store.EnqueueAsync(document, cancellationToken) == PaymentEnqueueOutcome.Conflict)
                refused.Add(
                    Outcome.Conflict(
                        document,
                        $"Version {document.Version} was handed in before with other contents: a change must bring a higher version."
                    )
                );
            else
                accepted.Add(document);
        }

        var report = await _exporter.RunOnceAsync(ignorePauses: isAskedFor, cancellationToken);
        var results = report.Results.ToDictionary(result => result.DocumentId);
        List<Outcome> outcomes = [];
        foreach (var document in accepted)
        {
            outcomes.Add(
                results.Remove(document.Id, out var result) ? Outcome.Of(result, document) : await KnownAsync(document, cancellationToken)
            );
        }

        // Documents that earlier files have left in the queue.
        outcomes.AddRange(results.Values.Select(result => Outcome.Of(result, document: null)));
        return [.. outcomes, .. refused];
    }

    /// <summary>A document that this run had nothing to do for: exported before, or waiting for a later attempt.</summary>
    private async Task<Outcome> KnownAsync(PaymentDocument document, CancellationToken cancellationToken)
    {
        var result = (await _state.Store.GetAsync(document.Id, cancellationToken)).ToResult();
        return result is null
            ? throw new InvalidOperationException($"Document {document.Id} was handed in and is nowhere.")
            : Outcome.Of(result, document);
    }
}
