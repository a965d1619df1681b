using System.Collections.Immutable;
using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>What the emulated 1C server says of one counterparty, key by key in the default contract. Immutable; change it with <c>with</c>.</summary>
/// <remarks>
/// A property that is <c>null</c> leaves its key out of the JSON, so an empty <c>new EmulatedBalance()</c> answers with <c>counterparty_id</c> alone:
/// whatever a test wants to be known, it states. Any value may take any form, for instance <c>Debt = ""</c> or <c>Debt = OneCValue.Null</c>.
/// Nothing is calculated: a document that is added changes no debt.
/// </remarks>
public sealed record EmulatedBalance
{
    private ImmutableList<KeyValuePair<string, OneCValue?>> Others { get; init; } = [];

    /// <summary><c>counterparty_id</c>; by default the one asked for, which a real service repeats.</summary>
    public OneCValue? Counterparty { get; init; } = OneCValue.AskedCounterparty;

    /// <summary><c>currency</c>: a letter code or a number of ISO 4217.</summary>
    public OneCValue? Currency { get; init; }

    /// <summary><c>debt</c>, in major units.</summary>
    public OneCValue? Debt { get; init; }

    /// <summary><c>overdue_debt</c>, in major units.</summary>
    public OneCValue? OverdueDebt { get; init; }

    /// <summary><c>advance</c>: what the seller owes the customer, in major units.</summary>
    public OneCValue? Advance { get; init; }

    /// <summary><c>credit_limit</c>, in major units.</summary>
    public OneCValue? CreditLimit { get; init; }

    /// <summary><c>credit_limit_enforced</c>.</summary>
    public OneCValue? CreditLimitEnforced { get; init; }

    /// <summary><c>blocked</c>.</summary>
    public OneCValue? Blocked { get; init; }

    /// <summary><c>last_payment_date</c>.</summary>
    public OneCValue? LastPaymentDate { get; init; }

    /// <summary><c>last_payment_sum</c>, in major units.</summary>
    public OneCValue? LastPaymentSum { get; init; }

    /// <summary><c>updated_at</c>: the moment for which 1C states the figures.</summary>
    public OneCValue? UpdatedAt { get; init; }

    /// <summary><c>payment_terms</c>.</summary>
    public EmulatedTerms? Terms { get; init; }

    /// <summary><c>documents</c>; an empty list is an empty array, null leaves the key out.</summary>
    public IReadOnlyList<EmulatedDocument>? Documents { get; init; }

    /// <summary><c>payments</c>; an empty list is an empty array, null leaves the key out.</summary>
    public IReadOnlyList<EmulatedPayment>? Payments { get; init; }

    /// <summary>This balance with one key of the JSON set to a value, whatever its property says: for wrong types, and for keys outside the contract.</summary>
    /// <param name="key">The key on the wire, such as <c>documents</c>.</param>
    /// <param name="value">Its value; null leaves the key out.</param>
    public EmulatedBalance With(string key, OneCValue? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return this with { Others = Others.RemoveAll(other => other.Key == key).Add(KeyValuePair.Create(key, value)) };
    }

    internal OneCValue ToValue()
    {
        var members = Contract().ToList();
        foreach (var (key, value) in Others)
        {
            var place = members.FindIndex(member => member.Key == key);
            if (place >= 0)
                members[place] = (key, value);
            else
                members.Add((key, value));
        }
        return JsonMembers.Present([.. members]);
    }

    private IEnumerable<(string Key, OneCValue? Value)> Contract() =>
        [
            ("counterparty_id", Counterparty),
            ("currency", Currency),
            ("debt", Debt),
            ("overdue_debt", OverdueDebt),
            ("advance", Advance),
            ("credit_limit", CreditLimit),
            ("credit_limit_enforced", CreditLimitEnforced),
            ("blocked", Blocked),
            ("last_payment_date", LastPaymentDate),
            ("last_payment_sum", LastPaymentSum),
            ("updated_at", UpdatedAt),
            ("payment_terms", Terms?.ToValue()),
            ("documents", Documents is null ? null : OneCValue.Array(Documents.Select(document => document.ToValue()))),
            ("payments", Payments is null ? null : OneCValue.Array(Payments.Select(payment => payment.ToValue()))),
        ];
}
