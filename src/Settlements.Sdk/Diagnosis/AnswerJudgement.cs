using System.Text.Json;
using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>Holds one answer against the contract, key by key, and its figures against each other.</summary>
internal sealed class AnswerJudgement(
    FindingList findings,
    OneCOptions settings,
    OneCExchange exchange,
    DoctorOptions options,
    TimeProvider timeProvider
)
{
    private readonly FieldProbe _probe = new(settings);
    private readonly List<MappedField> _missing = [];
    private bool _isExplained;

    internal void Judge()
    {
        var keys =
            exchange.Balance is not null || exchange.Error is { Error: SettlementsError.InvalidResponse }
                ? AnswerKeys.Of(exchange.Body, settings)
                : null;
        if (keys is not null)
        {
            foreach (var field in MappedField.All(settings.Fields).Where(field => field.Place == KeyPlace.Balance))
                JudgeField(keys, field);
            foreach (var property in keys.Own)
                JudgeUnknown(property.Name, _missing, property.Name);
            JudgeRows(keys);
            JudgeOwner(keys);
        }

        if (exchange.Balance is { } balance)
        {
            foreach (var note in balance.Notes)
                findings.Add(DoctorCode.FieldDoubtful, Subject(note.Field.Length == 0 ? "answer" : note.Field), note.Message);
            FigureDoubts.Judge(findings, Subject("figures"), balance, settings.AmountUnit == OneCAmountUnit.Minor);
            DocumentDoubts.Judge(findings, Subject("documents"), balance);
            AsOfDoubts.Judge(findings, Subject("updated_at"), balance, options, timeProvider.GetUtcNow());
        }
        else if (exchange is { Error: { Error: SettlementsError.InvalidResponse } error, BodyKind: ErrorBodyKind.Json } && !_isExplained)
            findings.Add(DoctorCode.AnswerUnreadable, Subject("answer"), error.Message);
        else if (exchange.Error is not null && keys is null)
            findings.Skip(DoctorCode.Field, Subject("answer"), "There is no answer to look at.");
    }

    private void JudgeField(AnswerKeys keys, MappedField field)
    {
        var key = field.Keys.FirstOrDefault(known => keys.Find(known) is not null);
        if (key is null)
            JudgeMissing(field);
        else if (keys.Find(key) is { ValueKind: JsonValueKind.Null })
            JudgeAbsent(field, key, "null", DoctorCode.FieldNull);
        else
            JudgeValue(field, key, keys.Find(key)!.Value);
    }

    private void JudgeMissing(MappedField field)
    {
        if (field is { Keys.Count: 0, Key: not BalanceKey.Debt })
        {
            findings.Add(DoctorCode.Field, Subject(field.Name), $"Not looked for: Fields.{field.Name} is empty.");
            return;
        }

        _missing.Add(field);
        JudgeAbsent(field, field.Keys is [var first, ..] ? first : field.Name, "missing", DoctorCode.FieldMissing);
    }

    private void JudgeAbsent(MappedField field, string key, string how, DoctorCode code)
    {
        var matters =
            field.Key is BalanceKey.Counterparty or BalanceKey.Overdue or BalanceKey.Limit or BalanceKey.UpdatedAt or BalanceKey.Documents;
        if (field.Key == BalanceKey.Debt)
            findings.Add(DoctorCode.DebtMissing, Subject(key), $"Is {how}: every order is blocked.");
        else
            findings.Add(
                matters ? code : DoctorCode.Field,
                Subject(key),
                $"Is {how}{(matters ? "" : ", and need not be there")} (Fields.{field.Name})."
            );
    }

    private void JudgeValue(MappedField field, string key, JsonElement value)
    {
        // What the client has read as a whole can be read.
        var problems = exchange.Balance is null ? _probe.Problems(field, key, value) : [];
        foreach (var (path, problem) in problems)
        {
            findings.Add(DoctorCode.FieldUnreadable, Subject(path), problem);
            _isExplained = true;
        }

        if (problems.Count == 0)
            findings.Add(DoctorCode.Field, Subject(key), Shape(value));
    }

    private void JudgeUnknown(string key, IReadOnlyList<MappedField> missing, string path)
    {
        if (
            MappedField
                .All(settings.Fields)
                .SelectMany(field => field.Keys)
                .Any(known => KeyTable.WithoutEnvelopes(known).Split('.')[0] == key)
            || KeyTable.IsSuccess(key)
            || KeyTable.IsError(key)
            || SimilarKeys.Guess(key, missing) is not { } field
        )
            return;
        findings.Add(
            DoctorCode.KeySimilar,
            Subject(path),
            $"Is not looked at, and nothing stands under {string.Join(", ", field.Keys)}. If it means the same: Fields.{field.Name} = [\"{key}\"]."
        );
    }

    /// <summary>The first row stands for all: a service writes them by one rule.</summary>
    private void JudgeRows(AnswerKeys keys)
    {
        foreach (
            var (list, place) in new[] { (settings.Fields.Documents, KeyPlace.Document), (settings.Fields.Payments, KeyPlace.Payment) }
        )
        {
            var key = list.FirstOrDefault(known => keys.Find(known) is { ValueKind: JsonValueKind.Array });
            if (key is null || keys.Find(key) is not { } rows || rows.GetArrayLength() == 0 || rows[0].ValueKind != JsonValueKind.Object)
                continue;
            var missing = MappedField
                .All(settings.Fields)
                .Where(field => field.Place == place && field.Keys.All(known => AnswerKeys.Find(rows[0], known.Split('.')) is null))
                .ToList();
            var known = MappedField
                .All(settings.Fields)
                .Where(field => field.Place == place)
                .SelectMany(field => field.Keys)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var property in rows[0].EnumerateObject().Where(property => !known.Contains(property.Name)))
                JudgeUnknown(property.Name, missing, $"{key}[0].{property.Name}");
        }
    }

    private void JudgeOwner(AnswerKeys keys)
    {
        foreach (var key in settings.Fields.Counterparty)
        {
            if (
                keys.Find(key) is { ValueKind: JsonValueKind.String } value
                && Guid.TryParse(value.GetString(), out var owner)
                && owner != exchange.Counterparty.Value
            )
            {
                findings.Add(
                    DoctorCode.AnotherCounterparty,
                    Subject(key),
                    owner == Guid.Empty ? "The answer is for the empty GUID." : $"The answer is for {owner}."
                );
                _isExplained = true;
            }
        }
    }

    private static string Shape(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => "A number.",
            JsonValueKind.String => value.GetString()!.Length == 0 ? "Empty text." : "A text.",
            JsonValueKind.Array => FormattableString.Invariant($"A list of {value.GetArrayLength()}."),
            JsonValueKind.Object => "An object.",
            _ => "True or false.",
        };

    private string Subject(string key) => $"{key} of {exchange.Counterparty}";
}
