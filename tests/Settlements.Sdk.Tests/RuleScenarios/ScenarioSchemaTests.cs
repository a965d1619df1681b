using Settlements.Tests.Conventions;

namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>Editors and the reader know the same format.</summary>
public sealed class ScenarioSchemaTests
{
    private const string Refresh = "SETTLEMENTS_WRITE_SCHEMA";

    [Fact]
    public void The_schema_in_the_docs_says_what_the_reader_checks()
    {
        var file = Repository.Path("docs", "rule-scenarios.schema.json");
        var written = ScenarioSchema.Write();
        if (Environment.GetEnvironmentVariable(Refresh) == "1")
            File.WriteAllText(file, written);

        File.ReadAllText(file).Should().Be(written, $"the format changed; run this test once with {Refresh}=1 and look at the difference");
    }
}
