using Settlements.Tests.Conventions.Sources;

namespace Settlements.Tests.Conventions;

/// <summary>Each rule of layout finds its fault, and none in a file that has none.</summary>
public sealed class SourcesSelfTests
{
    private const string Good = "namespace Settlements.Credit;\n\npublic sealed class Limit\n{\n    private enum Kind { A }\n}\n";

    private static SourceFile File(string path = "Credit/Limit.cs", string text = Good) => new(path, text, "Settlements");

    [Fact]
    public void Finds_a_long_file() => Fails(SourceRules.Length, File(text: Good + new string('\n', SourceRules.MostLines)));

    [Fact]
    public void Finds_a_second_type() => Fails(SourceRules.OneType, File(text: Good + "public delegate void Second();\n"));

    [Fact]
    public void Finds_a_file_of_another_name() => Fails(SourceRules.OneType, File("Credit/Ceiling.cs"));

    [Fact]
    public void Lets_a_type_stand_in_parts() => SourceRules.OneType(File("Credit/Limit.Text.cs")).Should().BeEmpty();

    [Fact]
    public void Finds_a_namespace_of_another_folder() => Fails(SourceRules.NamespaceIsFolder, File("Terms/Limit.cs"));

    [Fact]
    public void Finds_a_layer() => Fails(SourceRules.FoldersAreSubjects, File("Services/Limit.cs"));

    [Theory]
    [InlineData("#region Things\n#endregion\n")]
    [InlineData("#pragma warning disable CA1000\n")]
    [InlineData("[SuppressMessage(\"a\", \"b\")]\nclass C;\n")]
    public void Finds_what_is_silenced(string text) => Fails(SourceRules.NothingIsSilenced, File(text: text));

    [Theory]
    [InlineData("#pragma warning disable CA1000 // The factory reads better on the type.\n#pragma warning restore CA1000\n")]
    [InlineData("[SuppressMessage(\"a\", \"b\", Justification = \"c\")]\nclass C;\n")]
    public void Lets_a_reason_pass(string text) => SourceRules.NothingIsSilenced(File(text: text)).Should().BeEmpty();

    private static void Fails(Func<SourceFile, IEnumerable<string>> rule, SourceFile bad)
    {
        rule(bad).Should().ContainSingle();
        rule(File()).Should().BeEmpty();
    }
}
