using System.Text;
using Settlements.Testing;

namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>A file that cannot be used says where and why, and is never half used.</summary>
public sealed class UnusableFileTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 1, 1, "Not JSON: the file is empty.")]
    [InlineData("// only a remark\n", 2, 1, "Not JSON: the file is empty.")]
    [InlineData(
        "{ \"scenarios\": [\n] ",
        2,
        3,
        "Not JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed."
    )]
    [InlineData("{ \"scenarios\": [\n  } ]", 2, 3, "Not JSON: '}' is an invalid start of a value.")]
    [InlineData("{\n \"scenarios\": [ { \"name\": 'x' } ] }", 2, 27, "Not JSON: ''' is an invalid start of a value.")]
    [InlineData(
        "{ \"scenarios\": [ 1,\n ] }",
        2,
        2,
        "Not JSON: The JSON array contains a trailing comma at the end which is not supported in this mode."
    )]
    [InlineData("{ \"scenarios\": [] }\nmore", 2, 1, "Not JSON: 'm' is invalid after a single JSON value. Expected end of data.")]
    [InlineData(
        "{ \"scenarios\": [ {\n\"name\": \"\\ud800\" } ] }",
        2,
        9,
        "Not JSON: this text is not valid UTF-8, or has half of a surrogate pair. Save the file as UTF-8."
    )]
    [InlineData("[]", 1, 1, "The file is a list; give an object in braces.")]
    [InlineData("\"text\"", 1, 1, "The file is the text \"text\"; give an object in braces.")]
    [InlineData("null", 1, 1, "The file is null; give an object in braces.")]
    [InlineData("{ }", 1, 1, "The file lacks the property \"scenarios\": The scenarios of this file; at least one.")]
    [InlineData("{\n\"scenarios\": [] }", 2, 14, "There is no scenario in the file.")]
    [InlineData("{ \"scenarios\": {} }", 1, 16, "scenarios is an object; give a list in square brackets.")]
    [InlineData("{ \"scenarios\": [\n7 ] }", 2, 1, "scenarios[0] is the number 7; give an object in braces.")]
    [InlineData(
        "{ \"scenarios\": [],\n \"scenario\": [] }",
        2,
        2,
        "The file has the unknown property \"scenario\"; known are $schema, scenarios."
    )]
    [InlineData(
        "{ \"scenarios\": [],\n\"scenarios\": [] }",
        2,
        1,
        "The property \"scenarios\" stands twice in one object, first on line 1: take one of them out."
    )]
    public void A_file_of_another_kind_is_refused(string text, int line, int column, string message) =>
        Refuses(text, line, column, message);

    [Theory]
    [InlineData(
        """{ "name": "x", "rule": "taxId", "given": {} }""",
        1,
        "scenarios[0] lacks the property \"expect\": The answer; what is left out is not compared."
    )]
    [InlineData(
        """{ "rule": "taxId", "given": {}, "expect": {} }""",
        1,
        "scenarios[0] lacks the property \"name\": What the scenario shows, as a sentence."
    )]
    [InlineData(
        """{ "name": 1, "rule": "taxId", "given": {}, "expect": {} }""",
        11,
        "scenarios[0].name is the number 1; give a text in quotes."
    )]
    [InlineData("""{ "name": "x", "rule": "taxId", "given": null, "expect": {} }""", 42, "scenarios[0].given is null; give a value.")]
    [InlineData("""{ "name": "x", "rule": "taxId", "given": 1, "expect": {} }""", 42, "given is the number 1; give an object in braces.")]
    [InlineData(
        """{ "name": "x", "rule": "tax", "given": {}, "expect": {} }""",
        24,
        "The rule \"tax\" is unknown; known are schedule, credit, payer, reminders, taxId, termsAt, paymentMethods."
    )]
    [InlineData(
        """{ "name": "x", "rule": "taxId", "given": {}, "expect": {}, "why": "" }""",
        60,
        "scenarios[0] has the unknown property \"why\"; known are name, rule, given, expect."
    )]
    public void A_scenario_of_another_form_is_refused(string scenario, int column, string message) =>
        Refuses("{ \"scenarios\": [\n" + scenario + " ] }", 2, column, message);

    [Theory]
    [InlineData(
        "taxId",
        """{ "text": "1", "country": "RU", "kind": "company" }""",
        "{}",
        "given has the unknown property \"kind\"; known are text, country."
    )]
    [InlineData(
        "taxId",
        """{ "text": 5402123450, "country": "RU" }""",
        "{}",
        "given.text is the number 5402123450; give a text in quotes."
    )]
    [InlineData("taxId", """{ "text": "1" }""", "{}", "given lacks the property \"country\": Whose tax office gave it out.")]
    [InlineData(
        "taxId",
        """{ "text": "1", "country": "FR" }""",
        "{}",
        "given.country is the text \"FR\"; give one of \"RU\", \"BY\", \"KZ\"."
    )]
    [InlineData(
        "taxId",
        """{ "text": "1", "country": "RU" }""",
        """{ "valid": "yes" }""",
        "expect.valid is the text \"yes\"; give true or false."
    )]
    [InlineData("taxId", """{ "text": "1", "country": "RU" }""", """{ "valid": null }""", "expect.valid is null; give true or false.")]
    [InlineData(
        "taxId",
        """{ "text": "1", "country": "RU" }""",
        """{ "error": "length" }""",
        "expect.error is the text \"length\"; give one of \"amount\", \"currency\", \"date\", \"calendar\", \"terms\"."
    )]
    [InlineData(
        "taxId",
        """{ "text": "1", "country": "RU" }""",
        """{ "valid": true, "error": "date" }""",
        "expect has \"error\" and \"valid\": give one or the other."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": 100.00, "currency": "RUB" }""",
        "{}",
        "given.total is the number 100.00; give a decimal number in quotes, such as \"1000.50\"."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "deferred", "delayDays": "14" }, "total": "1", "currency": "RUB" }""",
        "{}",
        "given.terms.delayDays is the text \"14\"; give a whole number, without quotes."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "deferred", "delayDays": 1.5 }, "total": "1", "currency": "RUB" }""",
        "{}",
        "given.terms.delayDays is the number 1.5; give a whole number, without quotes."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "lines": [ { "remainder": true, "due": [ { "addDays": 1 }, { "addYears": 1 } ] } ] }, "total": "1", "currency": "RUB" }""",
        "{}",
        "given.terms.lines[0].due[1] has the unknown property \"addYears\"; known are addDays, addWeeks, addMonths, addWorkingDays, endOfMonth, setDay, nextDay."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "lines": [ { "remainder": "yes" } ] }, "total": "1", "currency": "RUB" }""",
        "{}",
        "given.terms.lines[0].remainder is the text \"yes\"; give true or false."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": "1", "currency": "RUB", "dates": { "order": 20260101 } }""",
        "{}",
        "given.dates.order is the number 20260101; give a date in quotes, such as \"2026-11-21\"."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": "1", "currency": "RUB", "dates": { "delivery": null } }""",
        "{}",
        "given.dates has the unknown property \"delivery\"; known are order, shipment, invoice."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": "1", "currency": "RUB", "calendar": { "country": "RU", "working": [] } }""",
        "{}",
        "given.calendar has \"country\" and \"working\": give one or the other."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": "1", "currency": "RUB", "calendar": { "country": "RU", "roll": "next" } }""",
        "{}",
        "given.calendar.roll is the text \"next\"; give one of \"none\", \"following\", \"preceding\", \"modifiedFollowing\"."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": "1", "currency": "RUB" }""",
        """{ "installments": [ { "amount": "one" } ] }""",
        "expect.installments[0].amount is the text \"one\"; give a decimal number in quotes, such as \"1000.50\"."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": "1", "currency": "RUB" }""",
        """{ "finalDue": "2026-02-30" }""",
        "expect.finalDue is the text \"2026-02-30\"; give a date in quotes, such as \"2026-11-21\"."
    )]
    [InlineData(
        "schedule",
        """{ "terms": { "type": "prepay" }, "total": "1", "currency": "RUB" }""",
        """{ "installments": [ { "kind": "cash" } ] }""",
        "expect.installments[0].kind is the text \"cash\"; give one of \"prepayment\", \"deferred\"."
    )]
    [InlineData(
        "credit",
        """{ "order": { "total": "1", "currency": "RUB" }, "today": "2026-01-01", "policy": { "onOverdue": "blok" } }""",
        "{}",
        "given.policy.onOverdue is the text \"blok\"; give one of \"ignore\", \"warn\", \"block\"."
    )]
    [InlineData(
        "credit",
        """{ "order": { "total": "1", "currency": "RUB" }, "today": "2026-01-01", "policy": { "graceDays": -1 } }""",
        "{}",
        "given.policy.graceDays is the number -1; give a whole number from 0 to 3650, without quotes."
    )]
    [InlineData(
        "credit",
        """{ "order": { "total": "1", "currency": "RUB" }, "today": "2026-01-01", "balance": { "currency": "RUB", "dept": "1" } }""",
        "{}",
        "given.balance has the unknown property \"dept\"; known are currency, debt, advance, overdue, limit, blocked, ageMinutes, documents."
    )]
    [InlineData(
        "credit",
        """{ "order": { "total": "1", "currency": "RUB" }, "today": "2026-01-01", "holds": "10.00" }""",
        "{}",
        "given.holds is the text \"10.00\"; give a list in square brackets."
    )]
    [InlineData(
        "credit",
        """{ "order": { "total": "1", "currency": "RUB" }, "today": "2026-01-01" }""",
        """{ "findings": [ "overdue", "late" ] }""",
        "expect.findings[1] is the text \"late\"; give one of \"overdue\", \"limitExceeded\", \"limitNear\", \"limitUnknown\", \"currencyMismatch\", \"balanceStale\", \"balanceUnavailable\", \"counterpartyBlocked\", \"debtUnknown\", \"overdueUnknown\"."
    )]
    [InlineData(
        "payer",
        """{ "counterparty": { "kind": "firm" }, "payers": [] }""",
        "{}",
        "given.counterparty.kind is the text \"firm\"; give one of \"person\", \"company\", \"entrepreneur\"."
    )]
    [InlineData(
        "payer",
        """{ "counterparty": { "kind": "person" }, "payers": [], "onAmbiguous": "takeFirst" }""",
        "{}",
        "given.onAmbiguous is the text \"takeFirst\"; give one of \"wait\", \"takeLast\"."
    )]
    [InlineData(
        "reminders",
        """{ "today": "2026-01-01", "receivables": [], "plan": [ { "step": "x", "offsetDays": 1, "actions": [ "liftCreditFlag" ] } ] }""",
        "{}",
        "given.plan[0].actions[0] is the text \"liftCreditFlag\"; give one of \"mailCustomer\", \"managerTask\", \"recordOverdue\", \"setCreditFlag\"."
    )]
    [InlineData(
        "termsAt",
        """{ "date": "2026-01-01", "terms": [ { "id": 7 } ] }""",
        "{}",
        "given.terms[0].id is the number 7; give a text in quotes."
    )]
    [InlineData(
        "paymentMethods",
        """{ "terms": { "type": "prepay" }, "methods": [ { "id": "a" } ] }""",
        "{}",
        "given.methods[0] lacks the property \"kind\": What it is; any other word counts as online."
    )]
    public void What_a_rule_does_not_know_is_refused(string rule, string given, string expect, string message)
    {
        _folder.With("file.json", ScenarioFolder.One(rule, given, expect)).Run().Should().Be(RuleScenarios.Unusable);

        _folder.Errors.Should().StartWith(_folder.At("file.json") + ", line 2, column ").And.EndWith(": " + message + "\n");
        _folder.Output.Should().Be("0 passed, 0 failed\n");
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        _folder
            .With("file.json", Encoding.Latin1.GetBytes("{ \"scenarios\": [ { \"name\": \"café\" } ] }"))
            .Run()
            .Should()
            .Be(RuleScenarios.Unusable);

        _folder.Errors.Should().Contain("line 1, column 28: Not JSON: this text is not valid UTF-8");
    }

    [Fact]
    public void All_scenarios_that_cannot_be_used_are_told_at_once()
    {
        _folder.With("file.json", "{ \"scenarios\": [\n1,\n2 ] }").Run().Should().Be(RuleScenarios.Unusable);

        _folder
            .Errors.Split('\n')
            .Should()
            .HaveCount(3)
            .And.Contain(line => line.Contains("line 2,"))
            .And.Contain(line => line.Contains("line 3,"));
    }

    [Fact]
    public void A_column_is_counted_in_characters()
    {
        _folder.With("file.json", "{ \"scenarios\": [\r\n  /* Ж */ { \"имя\": 1 } ] }").Run().Should().Be(RuleScenarios.Unusable);

        _folder.Errors.Should().Contain("line 2, column 13: scenarios[0] has the unknown property \"имя\"");
    }

    [Fact]
    public void Loading_says_all_that_is_wrong_with_all_files()
    {
        _folder.With("a.json", "[]").With("b.json", "{ }").With("c.json", ScenarioFolder.Good);

        var load = () => RuleScenarios.Load(_folder.Root);

        load.Should()
            .Throw<RuleScenarioFileException>()
            .Which.Problems.Should()
            .Equal(
                $"{_folder.At("a.json")}, line 1, column 1: The file is a list; give an object in braces.",
                $"{_folder.At("b.json")}, line 1, column 1: The file lacks the property \"scenarios\": The scenarios of this file; at least one."
            );
    }

    private void Refuses(string text, int line, int column, string message)
    {
        _folder.With("file.json", text).Run().Should().Be(RuleScenarios.Unusable);

        _folder.Errors.Should().Be($"{_folder.At("file.json")}, line {line}, column {column}: {message}\n");
        _folder.Output.Should().Be("0 passed, 0 failed\n");
    }
}
