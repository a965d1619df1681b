namespace Settlements.Balances;

/// <summary>Why an import was refused. Nothing has changed then.</summary>
public enum BalanceImportRefusal
{
    /// <summary>The moment of the files lies in the future, beyond <see cref="BalanceImportOptions.ClockTolerance"/>.</summary>
    MomentInFuture,

    /// <summary>The files are older than the last import. May be forced.</summary>
    OlderThanLast,

    /// <summary>A file cannot be used as a whole; <see cref="BalanceImportReport.FileProblem"/> says why.</summary>
    FileUnusable,

    /// <summary>There are not as many balances as <see cref="BalanceImportRequest.ExpectedBalances"/> says.</summary>
    RowCount,

    /// <summary>More rows were rejected than <see cref="BalanceImportOptions.MaxRejectedShare"/> allows, or no row was good.</summary>
    TooManyRejected,

    /// <summary>A rejected row of the documents may be anybody's, so that no list of documents is known to be whole.</summary>
    DocumentsIncomplete,

    /// <summary>A full snapshot without a single balance would clear everybody. May be forced.</summary>
    EmptySnapshot,

    /// <summary>More debtors would be cleared than <see cref="BalanceImportOptions.MaxClearedShare"/> allows. May be forced.</summary>
    TooManyCleared,
}
