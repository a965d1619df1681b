using System.Xml.Linq;
using Settlements.Tests.Conventions.Sources;

namespace Settlements.Tests.Conventions;

/// <summary>A reader finds a type by its file, and a subject by its folder.</summary>
public sealed class SourcesTests
{
    private static readonly IReadOnlyList<SourceFile> Files = [.. Repository.Files("src", "*.csproj").SelectMany(OfProject)];

    [Fact]
    public void No_file_is_long() => Check(SourceRules.Length);

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() => Check(SourceRules.OneType);

    [Fact]
    public void The_namespace_is_the_folder() => Check(SourceRules.NamespaceIsFolder);

    [Fact]
    public void A_folder_is_a_subject() => Check(SourceRules.FoldersAreSubjects);

    [Fact]
    public void Nothing_is_silenced_without_a_reason() => Check(SourceRules.NothingIsSilenced);

    [Fact]
    public void Most_files_are_short() =>
        Files
            .Select(file => file.Lines)
            .Order()
            .ElementAt(Files.Count / 2)
            .Should()
            .BeLessThanOrEqualTo(80, "the middle file is read in one glance");

    private static void Check(Func<SourceFile, IEnumerable<string>> rule)
    {
        Files.Count.Should().BeGreaterThan(15);
        Files.SelectMany(rule).Should().BeEmpty();
    }

    private static IEnumerable<SourceFile> OfProject(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var root = XDocument.Load(project).Descendants("RootNamespace").Single().Value;
        return Repository
            .Files(Repository.Relative(folder), "*.cs")
            .Select(file => new SourceFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file), root));
    }
}
