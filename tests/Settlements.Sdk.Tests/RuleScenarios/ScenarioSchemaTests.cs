using System.Text.Json;
using Settlements.Tests.Conventions;

namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>Editors and the reader know the same format.</summary>
public sealed class ScenarioSchemaTests
{
    private const string Refresh = "SETTLEMENTS_WRITE_SCHEMA";

    private static readonly string SchemaFile = Repository.Path("docs", "rule-scenarios.schema.json");

    public static TheoryData<string> Files =>
        [.. Repository.Files("samples/RuleScenarios/scenarios", "*.json").Select(Repository.Relative)];

    [Fact]
    public void The_schema_in_the_docs_says_what_the_reader_checks()
    {
        var written = ScenarioSchema.Write();
        if (Environment.GetEnvironmentVariable(Refresh) == "1")
            File.WriteAllText(SchemaFile, written);

        File.ReadAllText(SchemaFile)
            .Should()
            .Be(written, $"the format changed; run this test once with {Refresh}=1 and look at the difference");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_editor_finds_no_fault_with_our_own_files(string file) =>
        Faults(File.ReadAllText(Repository.Path(file))).Should().BeEmpty();

    [Theory]
    [InlineData("""{ "text": "1", "country": "RU", "kind": "company" }""", "{}", "/scenarios/0/given knows no kind")]
    [InlineData("""{ "text": "1" }""", "{}", "/scenarios/0/given lacks country")]
    [InlineData("""{ "text": 1, "country": "RU" }""", "{}", "/scenarios/0/given/text is not string")]
    [InlineData(
        """{ "text": "1", "country": "RU" }""",
        """{ "valid": true, "error": "date" }""",
        "/scenarios/0/expect has what excludes each other"
    )]
    public void An_editor_finds_the_faults_that_the_reader_finds(string given, string expect, string fault) =>
        Faults(ScenarioFolder.One("taxId", given, expect)).Should().Equal(fault);

    private static IEnumerable<string> Faults(string text)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaFile));
        using var file = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return [.. new SchemaCheck(schema.RootElement).Faults(file.RootElement)];
    }
}
