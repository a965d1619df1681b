using System.Globalization;

namespace Settlements.Reminders;

/// <summary>What customers want, asked for once a run.</summary>
internal sealed class CustomerPlans(IReminderCustomers? source, ReminderOptions options)
{
    private static readonly ReminderCustomer Unknown = new();

    private readonly Dictionary<string, ReminderCustomer> _known = new(StringComparer.Ordinal);

    internal CultureInfo Language { get; } = options.Culture();

    internal async Task LoadAsync(IEnumerable<string> counterparties, CancellationToken cancellationToken)
    {
        if (source is null)
            return;
        var asked = counterparties.Where(counterparty => !_known.ContainsKey(counterparty)).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0)
            return;
        var found = await source.ListAsync(asked, cancellationToken).ConfigureAwait(false);
        foreach (var counterparty in asked)
            _known.Add(counterparty, found.GetValueOrDefault(counterparty) ?? Unknown);
    }

    internal ReminderCustomer Find(string counterparty) => _known.GetValueOrDefault(counterparty) ?? Unknown;

    /// <exception cref="InvalidOperationException">The customer's plan is none of the options'.</exception>
    internal ReminderPlan PlanOf(string counterparty)
    {
        if (Find(counterparty).Plan is not { } name)
            return options.Plan;
        return options.Plans.GetValueOrDefault(name)
            ?? throw new InvalidOperationException(
                $"The counterparty '{counterparty}' has the plan '{name}', which ReminderOptions.Plans does not have: add it, or correct the name."
            );
    }
}
