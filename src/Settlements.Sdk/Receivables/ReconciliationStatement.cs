using NodaTime;
using NodaTime.Text;

namespace Settlements.Receivables;

/// <summary>A reconciliation statement (акт сверки) of a period: opening balance + charges − payments = closing balance.</summary>
/// <remarks>A balance is what the counterparty owes; negative when the seller owes.</remarks>
public sealed record ReconciliationStatement
{
    private ReconciliationStatement() { }

    /// <summary>The first day of the period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day of the period, included.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The balance at the beginning of <see cref="From"/>.</summary>
    public required Money Opening { get; init; }

    /// <summary>The movements of the period by date, those of one day as given.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }

    /// <summary>The sum of the charges of the period.</summary>
    public required Money Charged { get; init; }

    /// <summary>The sum of the payments of the period.</summary>
    public required Money Paid { get; init; }

    /// <summary>The balance at the end of <see cref="To"/>.</summary>
    public required Money Closing { get; init; }

    /// <summary>Makes the statement of a period.</summary>
    /// <param name="startBalance">
    /// The balance before the first of <paramref name="entries"/>, in the currency of all: zero only if they are the whole history. It is asked for
    /// because a balance that is not known is not zero.
    /// </param>
    /// <param name="entries">The movements, in any order; those before the period make the opening balance, those after it are not seen.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day of the period, included.</param>
    /// <exception cref="ArgumentException">The period ends before it begins, or an entry is in another currency or of no known kind.</exception>
    public static ReconciliationStatement Build(Money startBalance, IReadOnlyList<StatementEntry> entries, LocalDate from, LocalDate to)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (to < from)
        {
            throw new ArgumentException(
                $"The period ends on {LocalDatePattern.Iso.Format(to)}, before it begins on {LocalDatePattern.Iso.Format(from)}.",
                nameof(to)
            );
        }

        var opening = entries.Where(entry => entry.Date < from).Aggregate(startBalance, After);
        var charged = Money.Zero(startBalance.Currency);
        var paid = charged;
        var balance = opening;
        List<StatementLine> lines = [];
        foreach (var entry in entries.Where(entry => entry.Date >= from && entry.Date <= to).OrderBy(entry => entry.Date))
        {
            balance = After(balance, entry);
            lines.Add(new StatementLine(entry, balance));
            if (entry.Kind == StatementEntryKind.Charge)
                charged += entry.Amount;
            else
                paid += entry.Amount;
        }

        return new ReconciliationStatement
        {
            From = from,
            To = to,
            Opening = opening,
            Lines = lines,
            Charged = charged,
            Paid = paid,
            Closing = balance,
        };
    }

    private static Money After(Money balance, StatementEntry entry)
    {
        var amount = SameCurrency.Of(entry.Amount, balance.Currency, nameof(entry.Amount), entry.Document);
        return entry.Kind switch
        {
            StatementEntryKind.Charge => balance + amount,
            StatementEntryKind.Payment => balance - amount,
            _ => throw new ArgumentException($"'{entry.Document}' is neither a charge nor a payment."),
        };
    }
}
