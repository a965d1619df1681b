using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>What a counterparty owes and what it may owe, as a source such as 1C stated it at one moment.</summary>
/// <remarks>
/// An amount that the source did not state is <c>null</c>, and no rule reads <c>null</c> as zero. All amounts but the limit's are in
/// <see cref="Currency"/>; one in another currency is refused with <see cref="ArgumentException"/>, and so is a list with a null in it. Lists are copied.
/// </remarks>
public sealed record CounterpartyBalance
{
    private readonly Money? _debt;
    private readonly Money? _advance;
    private readonly Money? _overdue;
    private readonly BalancePayment? _lastPayment;
    private readonly IReadOnlyList<OpenDocument>? _documents;
    private readonly IReadOnlyList<BalancePayment>? _payments;
    private readonly IReadOnlyList<BalanceNote> _notes = [];

    /// <summary>Makes a balance in which nothing is known yet but whose it is, in which currency, and as of when.</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="counterparty"/> is <c>default(CounterpartyId)</c>, or <paramref name="currency"/> is <c>default(Currency)</c>.
    /// </exception>
    public CounterpartyBalance(CounterpartyId counterparty, Currency currency, Instant asOf)
    {
        if (counterparty == default)
            throw new ArgumentException("A balance is somebody's; this CounterpartyId was never assigned.", nameof(counterparty));
        Counterparty = counterparty;
        Currency = Money.Zero(currency).Currency;
        AsOf = asOf;
    }

    /// <summary>Whose balance it is.</summary>
    public CounterpartyId Counterparty { get; }

    /// <summary>The currency of the amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The moment for which the source states the figures; the moment of reading when it states none.</summary>
    public Instant AsOf { get; }

    /// <summary>What the counterparty owes; null when unknown. A negative debt is an advance.</summary>
    public Money? Debt
    {
        get => _debt;
        init => _debt = Own(value, nameof(Debt));
    }

    /// <summary>What the seller owes the counterparty (prepayments not used yet); null when unknown, and then it is not subtracted from anything.</summary>
    public Money? Advance
    {
        get => _advance;
        init => _advance = Own(value, nameof(Advance));
    }

    /// <summary>The part of the debt that the source itself calls overdue, by its own rule; null when unknown.</summary>
    public Money? Overdue
    {
        get => _overdue;
        init => _overdue = Own(value, nameof(Overdue));
    }

    /// <summary>The credit limit; null when unknown.</summary>
    public CreditLimit? Limit { get; init; }

    /// <summary>True when the source forbids selling to this counterparty; null when it does not say.</summary>
    public bool? IsBlocked { get; init; }

    /// <summary>The latest payment as the source states it; null when unknown or when there was none.</summary>
    public BalancePayment? LastPayment
    {
        get => _lastPayment;
        init
        {
            _ = Own(value?.Amount, nameof(LastPayment));
            _lastPayment = value;
        }
    }

    /// <summary>Documents that are not fully paid; null when the source gave no list, which is not an empty list.</summary>
    public IReadOnlyList<OpenDocument>? Documents
    {
        get => _documents;
        init
        {
            var documents = Copy(value, nameof(Documents));
            foreach (var document in documents ?? [])
            {
                _ = Own(document.Amount, nameof(Documents));
                _ = Own(document.Outstanding, nameof(Documents));
            }

            _documents = documents;
        }
    }

    /// <summary>Payments; null when the source gave no list.</summary>
    public IReadOnlyList<BalancePayment>? Payments
    {
        get => _payments;
        init
        {
            var payments = Copy(value, nameof(Payments));
            foreach (var payment in payments ?? [])
                _ = Own(payment.Amount, nameof(Payments));
            _payments = payments;
        }
    }

    /// <summary>The terms on which the counterparty pays, as the source states them; null when it does not say, which is neither prepayment nor credit.</summary>
    public PaymentTerms? Terms { get; init; }

    /// <summary>What the source left unsaid, so that a screen can tell "none" from "not said".</summary>
    public BalanceFields Unstated { get; init; }

    /// <summary>What was read in a way that somebody should look at, such as an empty text taken for zero. Never null.</summary>
    /// <exception cref="ArgumentNullException">The list is null: no notes are an empty one.</exception>
    public IReadOnlyList<BalanceNote> Notes
    {
        get => _notes;
        init => _notes = Copy(value ?? throw new ArgumentNullException(nameof(Notes)), nameof(Notes));
    }

    /// <summary>A balance is passed around and kept: nobody who still has the list may change it afterwards.</summary>
    [return: NotNullIfNotNull(nameof(list))]
    private static ReadOnlyCollection<T>? Copy<T>(IReadOnlyList<T>? list, string field)
        where T : class
    {
        if (list is null)
            return null;
        T[] copy = [.. list];
        return Array.IndexOf(copy, null) < 0
            ? Array.AsReadOnly(copy)
            : throw new ArgumentException($"{field} has an entry that is null: leave it out.", field);
    }

    private Money? Own(Money? value, string field) =>
        value is not { } money || money.Currency == Currency
            ? value
            : throw new ArgumentException($"{field} is {money}, but the balance is kept in {Currency}.", field);
}
