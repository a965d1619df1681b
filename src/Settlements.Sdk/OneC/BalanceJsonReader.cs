using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>Reads a balance from JSON in one pass: envelopes, mapped keys, lists of documents and payments.</summary>
internal ref struct BalanceJsonReader
{
    // JSON in a string in a string is nobody's format; a bomb might be made of it.
    private const int MaxTextLevels = 2;

    private readonly ReadingRules _rules;
    private readonly BalanceDraft _draft;
    private readonly ValueReader _values;
    private readonly int _textLevel;
    private JsonWalk _walk;

    private BalanceJsonReader(
        ReadOnlySpan<byte> json,
        ReadingRules rules,
        BalanceDraft draft,
        ValueReader values,
        int textLevel,
        bool mayJump
    )
    {
        _rules = rules;
        _draft = draft;
        _values = values;
        _textLevel = textLevel;
        _walk = new JsonWalk(json, rules.MaxDepth, mayJump);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="json">UTF-8 without a byte order mark.</param>
    /// <param name="rules">How the publication is read.</param>
    /// <param name="mayJump">Plain rows may be read without tokens; the result is the same.</param>
    /// <exception cref="UnreadableAnswerException">It is no balance, or a value in it cannot be read.</exception>
    internal static BalanceDraft Read(ReadOnlySpan<byte> json, ReadingRules rules, bool mayJump = true)
    {
        var draft = Read(json, rules, rules.DefaultCurrency, mayJump);
        // The currency stood behind amounts that had been read in another one.
        return draft.MustReadAgain ? Read(json, rules, draft.Currency, mayJump) : draft;
    }

    private static BalanceDraft Read(ReadOnlySpan<byte> json, ReadingRules rules, Currency assumed, bool mayJump)
    {
        var draft = new BalanceDraft(assumed);
        try
        {
            new BalanceJsonReader(json, rules, draft, new ValueReader(rules, draft), textLevel: 0, mayJump).ReadAnswer();
            return draft;
        }
        catch (JsonException) when (mayJump)
        {
            // Behind rows that were read by other means its lines are counted wrong.
            return Read(json, rules, assumed, mayJump: false);
        }
        catch (JsonException broken)
        {
            throw new UnreadableAnswerException(
                FormattableString.Invariant(
                    $"The JSON is broken or cut short at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}."
                )
            )
            {
                IsBroken = true,
            };
        }
    }

    private void ReadAnswer()
    {
        _walk.Read();
        Open(_rules.Keys.Balance);
        _walk.ReadEnd();
    }

    /// <summary>Reads the object at which the reader stands, also when it is wrapped in an array of one or in text; anything else holds nothing.</summary>
    private void Open(KeyNode node)
    {
        switch (_walk.Reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadObject(node);
                break;
            case JsonTokenType.StartArray:
                _walk.Read();
                if (_walk.Reader.TokenType == JsonTokenType.EndArray)
                    break;
                Open(node);
                _walk.Read();
                if (_walk.Reader.TokenType != JsonTokenType.EndArray)
                    throw new UnreadableAnswerException("The answer holds several rows where the balance of one counterparty must stand.");
                break;
            case JsonTokenType.String when _textLevel < MaxTextLevels:
                OpenText(node);
                break;
        }
    }

    private void OpenText(KeyNode node)
    {
        var text = JsonText.Of(ref _walk.Reader).AsSpan().Trim("\uFEFF \t\r\n");
        if (text.IsEmpty || text[0] is not ('{' or '['))
            return;
        var json = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, json);
        var inner = new BalanceJsonReader(json, _rules, _draft, _values, _textLevel + 1, _walk.MayJump);
        inner._walk.Read();
        inner.Open(node);
        inner._walk.ReadEnd();
    }

    private void ReadObject(KeyNode node)
    {
        var keys = _walk.BeginObject();
        for (_walk.Read(); _walk.Reader.TokenType != JsonTokenType.EndObject; _walk.Read())
        {
            var entry = node.Find(ref _walk.Reader);
            _walk.Seen(ref keys, entry);
            _walk.Read();
            if (entry is null)
                _walk.Skip();
            else if (
                entry.Child is { } child
                && _walk.Reader.TokenType == (entry.Meaning == BalanceKey.None ? ContainerHere() : JsonTokenType.StartObject)
            )
                Open(child);
            else
                ReadValue(entry);
        }

        keys.End();
    }

    private void ReadValue(KeyEntry entry)
    {
        ref var reader = ref _walk.Reader;
        var place = new ValuePlace(entry.Path);
        if (entry.Meaning < BalanceKey.RowId && entry.Meaning != BalanceKey.None)
            place.Once(ref _draft.Seen, entry.Meaning);

        switch (entry.Meaning)
        {
            case BalanceKey.Counterparty:
                _draft.Counterparty = ReadGuid(place, "the counterparty asked for") ?? _draft.Counterparty;
                break;
            case BalanceKey.Currency:
                ReadCurrency(place);
                break;
            case BalanceKey.Debt:
                _draft.Debt = State(_values.Amount(ref reader, place, isDebt: true), BalanceFields.Debt);
                break;
            case BalanceKey.Advance:
                _draft.Advance = State(_values.AmountNotNegative(ref reader, place), BalanceFields.Advance);
                break;
            case BalanceKey.Overdue:
                _draft.Overdue = State(_values.AmountNotNegative(ref reader, place, isDebt: true), BalanceFields.Overdue);
                break;
            case BalanceKey.Limit:
                _draft.Limit = State(_values.AmountNotNegative(ref reader, place), BalanceFields.Limit);
                break;
            case BalanceKey.LimitEnforced:
                _draft.LimitEnforced = State(ValueReader.Flag(ref reader, place), BalanceFields.LimitEnforced);
                break;
            case BalanceKey.Blocked:
                _draft.Blocked = State(ValueReader.Flag(ref reader, place), BalanceFields.Blocked);
                break;
            case BalanceKey.LastPaymentDate:
                // The empty date states that there was no payment; null states nothing.
                _draft.Stated |= reader.TokenType == JsonTokenType.Null ? BalanceFields.None : BalanceFields.LastPayment;
                _draft.LastPaymentDate = _values.Date(ref reader, place);
                break;
            case BalanceKey.LastPaymentAmount:
                _draft.LastPaymentAmount = State(_values.Amount(ref reader, place, isDebt: false), BalanceFields.LastPayment);
                break;
            case BalanceKey.UpdatedAt:
                ReadUpdatedAt(place);
                break;
            case BalanceKey.TermsType or BalanceKey.TermsDays or BalanceKey.TermsPrepayPercent:
                _draft.Stated |= _draft.Terms.Read(ref reader, entry.Meaning, place) ? BalanceFields.Terms : BalanceFields.None;
                break;
            case BalanceKey.Contract:
                _draft.Contract = ReadGuid(place, "the contract");
                break;
            case BalanceKey.Documents:
                _draft.Documents = State(
                    new RowReader(_values, entry.Path).Documents(ref _walk, _rules.Keys.Document),
                    BalanceFields.Documents
                );
                break;
            case BalanceKey.Payments:
                _draft.Payments = State(
                    new RowReader(_values, entry.Path).Payments(ref _walk, _rules.Keys.Payment),
                    BalanceFields.Payments
                );
                break;
            default:
                ReadMarker(entry.Meaning);
                break;
        }
    }

    /// <summary>A GUID, the empty one for empty text; null stands for null.</summary>
    private Guid? ReadGuid(in ValuePlace place, string whose)
    {
        ref var reader = ref _walk.Reader;
        if (
            reader.TokenType == JsonTokenType.String
            && Utf8Parser.TryParse(reader.ValueSpan, out Guid plain, out var length)
            && length == reader.ValueSpan.Length
        )
            return plain;

        var text = ValueReader.Text(ref reader, place);
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (Guid.TryParse(text ?? "", out var guid))
            return guid;
        return text is null
            ? Guid.Empty
            : throw place.Error($"'{JsonText.Shortened(text)}' is no GUID, so that it cannot be compared with {whose}.", text);
    }

    private void ReadCurrency(in ValuePlace place)
    {
        if (_walk.Reader.TokenType == JsonTokenType.String && _walk.Reader.ValueTextEquals(_draft.Currency.Code))
        {
            _draft.Stated |= BalanceFields.Currency;
            return;
        }

        if (ValueReader.Text(ref _walk.Reader, place) is not { } text)
            return;
        if (!Currency.TryParse(text, out var currency) && !IsRouble(text, out currency))
            throw place.Error(
                $"'{JsonText.Shortened(text)}' is no currency of ISO 4217; give a code such as RUB or a number such as 643.",
                text
            );
        _draft.Stated |= BalanceFields.Currency;
        _draft.MustReadAgain = _draft.HasAmounts && currency != _draft.Currency;
        _draft.Currency = currency;
    }

    // The name in 1C's reference book of currencies; two countries use it.
    private readonly bool IsRouble(string text, out Currency currency)
    {
        currency = _rules.DefaultCurrency;
        return text is "руб." or "руб" && (currency == Currency.Rub || currency == Currency.Byn);
    }

    private void ReadUpdatedAt(in ValuePlace place)
    {
        var time = _values.Time(ref _walk.Reader, place);
        _draft.UpdatedAt = State(time.Instant(_rules.Zone), BalanceFields.AsOf);
        if (time.IsDateOnly)
            _draft.Notes.Add(place.Path, "is a day without a time; its beginning was taken.");
    }

    private void ReadMarker(BalanceKey meaning)
    {
        switch (meaning)
        {
            case BalanceKey.Envelope:
                Open(_rules.Keys.Balance);
                break;
            case BalanceKey.Success:
                _draft.SaysFailure |= ErrorMarks.DeniesSuccess(ref _walk);
                break;
            case BalanceKey.Error or BalanceKey.PlatformException:
                _draft.SaysFailure |= ErrorMarks.SaysSomething(ref _walk);
                break;
            default:
                _walk.Skip();
                break;
        }
    }

    private readonly JsonTokenType ContainerHere() =>
        _walk.Reader.TokenType == JsonTokenType.StartArray ? JsonTokenType.StartArray : JsonTokenType.StartObject;

    private readonly T State<T>(T value, BalanceFields field)
    {
        if (value is not null)
            _draft.Stated |= field;
        return value;
    }
}
