using NodaTime;

namespace Settlements.Balances;

/// <summary>What makes an import look wrong.</summary>
internal sealed class ImportGuards(BalanceImportOptions options, BalanceImportRequest request)
{
    internal ImportFault? OfMoment(Instant now) =>
        request.AsOf > now + Duration.FromTimeSpan(options.ClockTolerance)
            ? new ImportFault(
                BalanceImportRefusal.MomentInFuture,
                FormattableString.Invariant(
                    $"The files are said to be of {request.AsOf}, and it is {now}: look at the sender's clock and zone."
                )
            )
            : null;

    internal ImportFault? OfAge(Instant? last) =>
        !request.Force && request.AsOf < last
            ? new ImportFault(
                BalanceImportRefusal.OlderThanLast,
                FormattableString.Invariant(
                    $"The files are of {request.AsOf}, and those of {last} were imported already; force it to fill in what is older still."
                )
            )
            : null;

    internal ImportFault? OfRows(ImportCounts counts)
    {
        var balances = counts.Rows(BalanceImportPart.Balances);
        if (request.ExpectedBalances is { } expected && expected != balances)
            return new ImportFault(
                BalanceImportRefusal.RowCount,
                FormattableString.Invariant(
                    $"The sender says that there are {expected} balances, and there are {balances}: the file is not whole."
                )
            );
        if (counts.UnknownDocument is { } document)
            return new ImportFault(
                BalanceImportRefusal.DocumentsIncomplete,
                FormattableString.Invariant(
                    $"Line {document.Line} of the documents cannot be read, and may be of any counterparty, whose list would then lack it: {document.Reason}"
                )
            );
        return Enum.GetValues<BalanceImportPart>().Select(part => OfRejected(counts, part)).FirstOrDefault(fault => fault is not null)
            ?? OfEmptiness(balances);
    }

    internal ImportFault? OfChanges(BalanceImportChanges changes)
    {
        var share = changes.DebtorsBefore == 0 ? 0m : (decimal)changes.DebtorsCleared / changes.DebtorsBefore;
        return request.Force || changes.DebtorsCleared <= options.ClearedTolerance || share <= options.MaxClearedShare
            ? null
            : new ImportFault(
                BalanceImportRefusal.TooManyCleared,
                FormattableString.Invariant(
                    $"{changes.DebtorsCleared} of {changes.DebtorsBefore} debtors are not in the files and would owe nothing any more, above the share of {options.MaxClearedShare} (MaxClearedShare): are the files whole? Force it when they are."
                )
            );
    }

    private ImportFault? OfRejected(ImportCounts counts, BalanceImportPart part)
    {
        var (rows, rejected) = (counts.Rows(part), counts.Rejected(part));
        var passes =
            rejected == 0 || rejected < rows && (rejected <= options.RejectedTolerance || rejected <= rows * options.MaxRejectedShare);
        return passes
            ? null
            : new ImportFault(
                BalanceImportRefusal.TooManyRejected,
                FormattableString.Invariant(
                    $"{rejected} of {rows} rows of {part} cannot be used, above the share of {options.MaxRejectedShare} (MaxRejectedShare). The first rejected row is on line {counts.FirstRejected?.Line}: {counts.FirstRejected?.Reason}"
                )
            );
    }

    private ImportFault? OfEmptiness(long balances) =>
        balances == 0 && request is { Kind: BalanceImportKind.FullSnapshot, Force: false }
            ? new ImportFault(
                BalanceImportRefusal.EmptySnapshot,
                "A full snapshot without a single balance says that nobody owes anything. Force it when that is so."
            )
            : null;
}
