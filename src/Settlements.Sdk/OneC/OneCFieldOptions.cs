namespace Settlements.OneC;

/// <summary>Under which keys a service gives what this library wants to know; the defaults are the contract of <c>docs/onec-balance-service.md</c>.</summary>
/// <remarks>
/// <para>
/// Each property lists the keys that a value may have, letter for letter. A dot leads into an object, or into an array of one object: <c>Расчеты.Долг</c>. Two of the keys in one
/// answer are refused, since one of them would have to be ignored. An empty list says that the service has no such value.
/// </para>
/// <para>Keys of documents and payments are looked for inside a row of their list.</para>
/// </remarks>
public sealed class OneCFieldOptions
{
    /// <summary>The counterparty's GUID, checked against the one asked for.</summary>
    /// <value>The default is <c>counterparty_id</c>.</value>
    public IReadOnlyList<string> Counterparty { get; set; } = ["counterparty_id"];

    /// <summary>The currency of every amount: a letter code or a number of ISO 4217.</summary>
    /// <value>The default is <c>currency</c>.</value>
    public IReadOnlyList<string> Currency { get; set; } = ["currency"];

    /// <summary>What the counterparty owes.</summary>
    /// <value>The default is <c>debt</c>.</value>
    public IReadOnlyList<string> Debt { get; set; } = ["debt"];

    /// <summary>What the seller owes the counterparty: prepayments not used yet.</summary>
    /// <value>The default is <c>advance</c>.</value>
    public IReadOnlyList<string> Advance { get; set; } = ["advance"];

    /// <summary>The part of the debt that 1C calls overdue.</summary>
    /// <value>The default is <c>overdue_debt</c>.</value>
    public IReadOnlyList<string> Overdue { get; set; } = ["overdue_debt"];

    /// <summary>The credit limit.</summary>
    /// <value>The default is <c>credit_limit</c>.</value>
    public IReadOnlyList<string> Limit { get; set; } = ["credit_limit"];

    /// <summary>Whether 1C controls the limit.</summary>
    /// <value>The default is <c>credit_limit_enforced</c>.</value>
    public IReadOnlyList<string> LimitEnforced { get; set; } = ["credit_limit_enforced"];

    /// <summary>Whether selling to the counterparty is forbidden.</summary>
    /// <value>The default is <c>blocked</c>.</value>
    public IReadOnlyList<string> Blocked { get; set; } = ["blocked"];

    /// <summary>The day of the latest payment.</summary>
    /// <value>The default is <c>last_payment_date</c>.</value>
    public IReadOnlyList<string> LastPaymentDate { get; set; } = ["last_payment_date"];

    /// <summary>The sum of the latest payment.</summary>
    /// <value>The default is <c>last_payment_sum</c>.</value>
    public IReadOnlyList<string> LastPaymentAmount { get; set; } = ["last_payment_sum"];

    /// <summary>The moment for which the figures hold.</summary>
    /// <value>The default is <c>updated_at</c>.</value>
    public IReadOnlyList<string> UpdatedAt { get; set; } = ["updated_at"];

    /// <summary>The kind of terms on which the counterparty pays: <c>prepay</c>, <c>deferred</c> or <c>mixed</c>.</summary>
    /// <value>The default is <c>payment_terms.type</c>.</value>
    public IReadOnlyList<string> TermsType { get; set; } = ["payment_terms.type"];

    /// <summary>The calendar days from the order to the payment that is put off.</summary>
    /// <value>The default is <c>payment_terms.days</c>.</value>
    public IReadOnlyList<string> TermsDays { get; set; } = ["payment_terms.days"];

    /// <summary>The percent that mixed terms want at once.</summary>
    /// <value>The default is <c>payment_terms.prepay_percent</c>.</value>
    public IReadOnlyList<string> TermsPrepayPercent { get; set; } = ["payment_terms.prepay_percent"];

    /// <summary>The contract whose terms a row of a file of terms states; used in such files alone.</summary>
    /// <value>The default is <c>contract_id</c>.</value>
    public IReadOnlyList<string> Contract { get; set; } = ["contract_id"];

    /// <summary>The list of documents that are not fully paid.</summary>
    /// <value>The default is <c>documents</c>.</value>
    public IReadOnlyList<string> Documents { get; set; } = ["documents"];

    /// <summary>A document's identifier.</summary>
    /// <value>The default is <c>id</c>.</value>
    public IReadOnlyList<string> DocumentId { get; set; } = ["id"];

    /// <summary>A document's number.</summary>
    /// <value>The default is <c>number</c>.</value>
    public IReadOnlyList<string> DocumentNumber { get; set; } = ["number"];

    /// <summary>A document's date.</summary>
    /// <value>The default is <c>date</c>.</value>
    public IReadOnlyList<string> DocumentDate { get; set; } = ["date"];

    /// <summary>The last day on which a document is paid in time.</summary>
    /// <value>The default is <c>due_date</c>.</value>
    public IReadOnlyList<string> DocumentDueDate { get; set; } = ["due_date"];

    /// <summary>A document's whole amount.</summary>
    /// <value>The default is <c>amount</c>.</value>
    public IReadOnlyList<string> DocumentAmount { get; set; } = ["amount"];

    /// <summary>What is still to be paid on a document.</summary>
    /// <value>The default is <c>outstanding</c>.</value>
    public IReadOnlyList<string> DocumentOutstanding { get; set; } = ["outstanding"];

    /// <summary>The shop's order that a document came from.</summary>
    /// <value>The default is <c>order_id</c>.</value>
    public IReadOnlyList<string> DocumentOrderId { get; set; } = ["order_id"];

    /// <summary>The list of payments.</summary>
    /// <value>The default is <c>payments</c>.</value>
    public IReadOnlyList<string> Payments { get; set; } = ["payments"];

    /// <summary>A payment's identifier.</summary>
    /// <value>The default is <c>id</c>.</value>
    public IReadOnlyList<string> PaymentId { get; set; } = ["id"];

    /// <summary>A payment's number.</summary>
    /// <value>The default is <c>number</c>.</value>
    public IReadOnlyList<string> PaymentNumber { get; set; } = ["number"];

    /// <summary>A payment's day.</summary>
    /// <value>The default is <c>date</c>.</value>
    public IReadOnlyList<string> PaymentDate { get; set; } = ["date"];

    /// <summary>A payment's sum.</summary>
    /// <value>The default is <c>sum</c>.</value>
    public IReadOnlyList<string> PaymentAmount { get; set; } = ["sum"];
}
