namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>What the command prints and with which code it ends.</summary>
public sealed class RunningFilesTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ends_with_0_when_all_pass()
    {
        _folder.With("a.json", ScenarioFolder.Good).With("deeper/still/b.json", ScenarioFolder.Good).Run().Should().Be(0);

        (_folder.Output, _folder.Errors).Should().Be(("2 passed, 0 failed\n", ""));
    }

    [Fact]
    public void Ends_with_1_when_one_fails_and_says_which_and_how()
    {
        _folder.With("a.json", ScenarioFolder.Good).With("b.json", ScenarioFolder.Wrong).Run().Should().Be(1);

        _folder.Output.Should().Be("FAIL no tax id: expected { \"valid\": true }, got { \"valid\": false }\n1 passed, 1 failed\n");
        _folder.Errors.Should().BeEmpty();
    }

    [Fact]
    public void Ends_with_2_when_a_file_cannot_be_used_and_still_runs_the_others()
    {
        _folder.With("a.json", ScenarioFolder.Good).With("b.json", "{").With("c.json", ScenarioFolder.Wrong).Run().Should().Be(2);

        _folder.Output.Should().StartWith("FAIL no tax id: ").And.EndWith("\n1 passed, 1 failed\n");
        _folder.Errors.Should().StartWith(_folder.At("b.json") + ", line 1, column ");
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_a_file_that_cannot_be_used()
    {
        _folder.With("a.json", ScenarioFolder.Good).Run(_folder.At("a.json"), _folder.At("b.json")).Should().Be(2);

        _folder.Errors.Should().Be($"{_folder.At("b.json")}: there is no such file or folder.\n");
        _folder.Output.Should().Be("1 passed, 0 failed\n");
    }

    [Fact]
    public void A_folder_without_scenario_files_proves_nothing()
    {
        _folder.With("a.txt", ScenarioFolder.Good).Run().Should().Be(2);

        _folder.Errors.Should().Be($"{_folder.Root}: there is no *.json file in this folder.\n");
        _folder.Output.Should().Be("0 passed, 0 failed\n");
    }

    [Fact]
    public void A_folder_takes_its_json_files_alone_and_a_named_file_any_ending()
    {
        _folder.With("a.JSON", ScenarioFolder.Good).With("b.json.bak", "{").With("c.jsonc", "{").Run().Should().Be(0);
        _folder.With("d.txt", ScenarioFolder.Good).Run(_folder.At("d.txt")).Should().Be(0);
    }

    [Fact]
    public void A_file_that_two_paths_lead_to_is_run_once()
    {
        _folder.With("a.json", ScenarioFolder.Good).Run(_folder.Root, _folder.At("a.json"), _folder.Root).Should().Be(0);

        _folder.Output.Should().Be("1 passed, 0 failed\n");
    }

    [Fact]
    public void Files_run_in_the_order_of_their_paths_whatever_the_disk_says()
    {
        _folder.With("b.json", ScenarioFolder.Wrong.Replace("no tax id", "second", StringComparison.Ordinal));
        _folder.With("a/z.json", ScenarioFolder.Wrong.Replace("no tax id", "first", StringComparison.Ordinal));

        _folder.Run().Should().Be(1);

        _folder
            .Output.IndexOf("first", StringComparison.Ordinal)
            .Should()
            .BeLessThan(_folder.Output.IndexOf("second", StringComparison.Ordinal));
    }

    [Fact]
    public void A_byte_order_mark_and_comments_are_no_fault()
    {
        _folder.With("a.json", "\uFEFF// first\n" + ScenarioFolder.Good + "\n/* last */").Run().Should().Be(0);
    }

    [Fact]
    public void Each_scenario_that_fails_has_one_line_whatever_its_name()
    {
        _folder.With("a.json", ScenarioFolder.Wrong.Replace("no tax id", "one\\nand two", StringComparison.Ordinal)).Run().Should().Be(1);

        _folder.Output.Split('\n')[0].Should().StartWith("FAIL one and two: expected ");
    }

    [Theory]
    [InlineData("""{ "finalDue": "2026-01-05" }""", """{ "finalDue": "2026-01-05" }, got { "finalDue": "2026-01-04" }""")]
    [InlineData("""{ "finalDue": null }""", """{ "finalDue": null }, got { "finalDue": "2026-01-04" }""")]
    [InlineData(
        """{ "installments": [ { "amount": "2" }, { "amount": "1" } ], "finalDue": "2026-01-04" }""",
        """{ "installments": [{ "amount": "2" }, { "amount": "1" }] }, got { "installments": [{ "amount": "1.00", "due": "2026-01-01", "kind": "prepayment" }, { "amount": "1.00", "due": "2026-01-04", "kind": "deferred" }] }"""
    )]
    [InlineData(
        """{ "installments": [ { "amount": "1" } ] }""",
        """{ "installments": [{ "amount": "1" }] }, got { "installments": [{ "amount": "1.00", "due": "2026-01-01", "kind": "prepayment" }, { "amount": "1.00", "due": "2026-01-04", "kind": "deferred" }] }"""
    )]
    [InlineData(
        """{ "error": "terms" }""",
        """{ "error": "terms" }, got { "installments": [{ "amount": "1.00", "due": "2026-01-01", "kind": "prepayment" }, { "amount": "1.00", "due": "2026-01-04", "kind": "deferred" }], "finalDue": "2026-01-04" }"""
    )]
    public void Shows_what_differs_and_nothing_else(string expect, string shown)
    {
        const string Given =
            """{ "terms": { "type": "mixed", "prepayPercent": "50", "delayDays": 3 }, "total": "2.00", "currency": "RUB", "dates": { "order": "2026-01-01" } }""";

        _folder.With("a.json", ScenarioFolder.One("schedule", Given, expect)).Run().Should().Be(1);

        _folder.Output.Should().Be($"FAIL x: expected {shown}\n0 passed, 1 failed\n");
    }

    [Fact]
    public void Shows_the_error_that_came_in_place_of_an_answer_and_the_line_at_fault()
    {
        const string Given = """{ "terms": { "type": "prepay" }, "total": "2.005", "currency": "RUB" }""";

        _folder.With("a.json", ScenarioFolder.One("schedule", Given, """{ "finalDue": null }""")).Run().Should().Be(1);

        _folder
            .Output.Should()
            .StartWith(
                "FAIL x: expected { \"finalDue\": null }, got { \"error\": \"amount\" } (line 2: \"2.005\" has more digits than RUB)\n"
            );
    }

    [Fact]
    public void An_error_fails_a_scenario_that_expects_nothing_in_particular()
    {
        const string Given = """{ "terms": { "type": "prepay" }, "total": "2.00", "currency": "RBL" }""";

        _folder.With("a.json", ScenarioFolder.One("schedule", Given)).Run().Should().Be(1);

        _folder.Output.Should().StartWith("FAIL x: expected {}, got { \"error\": \"currency\" } (line 2: ");
    }

    [Fact]
    public void An_error_of_another_kind_fails_too()
    {
        const string Given = """{ "terms": { "type": "prepay" }, "total": "2.00", "currency": "RBL" }""";

        _folder.With("a.json", ScenarioFolder.One("schedule", Given, """{ "error": "amount" }""")).Run().Should().Be(1);
    }

    [Fact]
    public void What_a_rule_refuses_and_the_format_has_no_word_for_fails()
    {
        const string Given =
            """{ "today": "2026-01-01", "receivables": [], "plan": [ { "step": "a", "offsetDays": 1, "actions": ["mailCustomer"] }, { "step": "b", "offsetDays": 1, "actions": ["mailCustomer"] } ] }""";

        _folder.With("a.json", ScenarioFolder.One("reminders", Given, """{ "actions": [] }""")).Run().Should().Be(1);

        _folder.Output.Should().StartWith("FAIL x: expected { \"actions\": [] }, got a refusal: The step 'a' and 'b' have one offset");
    }
}
