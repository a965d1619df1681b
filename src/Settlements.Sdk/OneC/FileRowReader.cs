using System.Text.Unicode;
using NodaTime;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>Makes of a row what it says, or a rejected row that says why not.</summary>
internal sealed class FileRowReader(OneCFileOptions options, BalanceImportPart part, bool isFlat)
{
    private readonly ReadingRules _rules = new(options, KeyTable.OfRow(options.Fields, part, isFlat));

    /// <exception cref="BalanceFileException">The row is the last one and cut short.</exception>
    internal ImportedRow Read(FileRows row, Instant asOf)
    {
        try
        {
            return row.Broken is { } broken
                ? throw new UnreadableAnswerException(broken) { IsBroken = true }
                : Read(row, row.Json.Span, asOf);
        }
        catch (UnreadableAnswerException unreadable)
        {
            if (unreadable.IsBroken && row.IsUnfinished)
                throw new BalanceFileException(
                    BalanceFileProblem.Truncated,
                    FormattableString.Invariant(
                        $"The last row, on line {row.Line}, is not whole: the file was cut short. Nothing was imported."
                    )
                );
            return new RejectedRow(row.Line, part, unreadable.Problem)
            {
                Field = unreadable.Path,
                Value = unreadable.Value,
                // What is no JSON may be more than one row, and then it is not only this one's.
                Counterparty = unreadable.IsBroken ? null : CounterpartyScan.Find(row.Json.Span, _rules.Keys.Balance, _rules.MaxDepth),
                Text = row.Text,
            };
        }
    }

    private ImportedRow Read(FileRows row, ReadOnlySpan<byte> json, Instant asOf)
    {
        if (row.HasForeignLetters || !Utf8.IsValid(json))
            throw new UnreadableAnswerException("The row holds letters that are not of the file's encoding (Encoding).");
        var draft = BalanceJsonReader.Read(json, _rules);
        if (draft.SaysFailure)
            throw new UnreadableAnswerException("The row reports an error where a balance must stand.");
        var counterparty = draft.Counterparty is { } guid && guid != Guid.Empty ? new CounterpartyId(guid) : throw Nobody();
        return part switch
        {
            BalanceImportPart.Balances => new ImportedBalance(row.Line, Balance(draft, counterparty, asOf)),
            BalanceImportPart.Documents => new ImportedDocument(
                row.Line,
                counterparty,
                draft.Currency,
                Row(json, draft, _rules.Keys.Document).ToDocument()
            ),
            BalanceImportPart.Payments => new ImportedPayment(row.Line, counterparty, Row(json, draft, _rules.Keys.Payment).ToPayment()),
            _ => Terms(row.Line, draft, counterparty),
        };
    }

    private static CounterpartyBalance Balance(BalanceDraft draft, CounterpartyId counterparty, Instant asOf) =>
        draft.HasFigures
            ? draft.ToBalance(counterparty, asOf)
            : throw new UnreadableAnswerException("The row holds none of the keys that a balance has: look at Fields.");

    private RowDraft Row(ReadOnlySpan<byte> json, BalanceDraft draft, KeyNode keys)
    {
        var walk = new JsonWalk(json, _rules.MaxDepth, mayJump: false);
        walk.Read();
        if (walk.Reader.TokenType != System.Text.Json.JsonTokenType.StartObject)
            throw new UnreadableAnswerException("The row is no object.");
        var row = new RowReader(new ValueReader(_rules, draft), "").Alone(ref walk, keys);
        return row.Amount is null && row.Outstanding is null
            ? throw new UnreadableAnswerException("The row holds no amount: look at Fields.")
            : row;
    }

    private static ImportedTerms Terms(long line, BalanceDraft draft, CounterpartyId counterparty)
    {
        var terms = draft.Terms.ToTerms() ?? throw new UnreadableAnswerException("The row does not say which terms it means.");
        ContractId? contract = draft.Contract is { } guid && guid != Guid.Empty ? new ContractId(guid) : null;
        return new ImportedTerms(line, counterparty, contract, terms);
    }

    private UnreadableAnswerException Nobody() =>
        UnreadableAnswerException.Field(
            string.Join(" or ", options.Fields.Counterparty),
            "is missing or empty: nobody can tell whose row this is."
        );
}
