using NodaTime;

namespace Settlements.Balances;

/// <summary>What an import did, or why it did nothing.</summary>
public sealed record BalanceImportReport
{
    /// <summary>True when the store has the files' figures; false when the import was refused and nothing has changed.</summary>
    public bool IsCommitted => Refusal is null;

    /// <summary>Why it was refused; null when it was not.</summary>
    public BalanceImportRefusal? Refusal { get; init; }

    /// <summary>What is wrong with the file; null unless <see cref="Refusal"/> is <see cref="BalanceImportRefusal.FileUnusable"/>.</summary>
    public BalanceFileProblem? FileProblem { get; init; }

    /// <summary>The refusal in words, for the people who run the import, with what to do; null when there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>The moment of the files.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>
    /// What was added, changed and cleared; of a refused import what it would have done, or null when it was refused before that was counted.
    /// </summary>
    public BalanceImportChanges? Changes { get; init; }

    /// <summary>Rows of balances that were read, rejected ones among them.</summary>
    public long Balances { get; init; }

    /// <summary>Rows of documents that came in a file of their own.</summary>
    public long Documents { get; init; }

    /// <summary>Rows of payments that came in a file of their own.</summary>
    public long Payments { get; init; }

    /// <summary>Rows of all files that were rejected.</summary>
    public long Rejected { get; init; }

    /// <summary>The first rejected row; null when there was none. The others went to the callback.</summary>
    public RejectedRow? FirstRejected { get; init; }

    /// <summary>Counterparties whom the store keeps as they were, because a row of theirs was rejected.</summary>
    public int Kept { get; init; }

    /// <summary>Balances in which a value was read in a way that somebody should look at, such as empty text taken for zero.</summary>
    public long Remarked { get; init; }

    /// <summary>The first of those remarks; null when there was none.</summary>
    public BalanceNote? FirstRemark { get; init; }

    /// <summary>
    /// True when nobody was cleared although this was a full snapshot, because a row was rejected whose counterparty cannot be read. Debts of those who are gone stay until
    /// a clean snapshot comes.
    /// </summary>
    public bool IsClearingHeldBack { get; init; }

    /// <summary>Owners whose terms were saved because they are others than before; null when no <c>IPaymentTermsStore</c> is there.</summary>
    public long? TermsChanged { get; init; }

    internal BalanceImportReport Refused(ImportFault fault) => this with { Refusal = fault.Refusal, Reason = fault.Reason };
}
