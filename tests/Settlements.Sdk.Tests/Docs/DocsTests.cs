using System.Text.RegularExpressions;
using Settlements.Tests.Conventions;

namespace Settlements.Tests.Docs;

/// <summary>What the pages show compiles, and what they point to exists.</summary>
public sealed partial class DocsTests
{
    private static readonly string[] Languages = ["csharp", "bash", "json", "jsonc", "xml", "sql", "http", "text"];

    public static TheoryData<string> Pages => [.. MarkdownPage.All.Select(page => page.Path)];

    [Fact]
    public void There_are_pages_and_code_to_look_at()
    {
        MarkdownPage.All.Select(page => page.Path).Should().Contain("README.md");
        MarkdownPage
            .All.SelectMany(page => page.Blocks)
            .Should()
            .Contain(block => block.Language == "csharp")
            .And.Contain(block => block.Language == "bash");
        MarkdownPage.All.SelectMany(page => page.Links).Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_csharp_block_compiles(string page) =>
        Page(page).Blocks.Where(block => block.Language == "csharp").SelectMany(SnippetCompiler.Faults).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_says_what_it_is(string page) =>
        Page(page)
            .Blocks.Where(block => !Languages.Contains(block.Language, StringComparer.Ordinal))
            .Select(block => $"{block}: '{block.Language}' is none of {string.Join(", ", Languages)}")
            .Should()
            .BeEmpty();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page) => BrokenLinks(Page(page)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_project_in_a_command_exists(string page) =>
        Page(page)
            .Blocks.Where(block => block.Language == "bash")
            .SelectMany(block => ProjectPath().Matches(block.Code).Select(match => (block, Path: match.Value)))
            .Where(named => !Directory.Exists(Repository.Path(named.Path)) && !File.Exists(Repository.Path(named.Path)))
            .Select(named => $"{named.block} names {named.Path}, which is not there")
            .Should()
            .BeEmpty();

    internal static IEnumerable<string> BrokenLinks(MarkdownPage page)
    {
        foreach (
            var link in page.Links.Where(link =>
                !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)
            )
        )
        {
            var parts = link.Split('#', 2);
            var folder = Path.GetDirectoryName(Repository.Path(page.Path))!;
            var target =
                parts[0].Length == 0
                    ? Repository.Path(page.Path)
                    : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
            if (!File.Exists(target) && !Directory.Exists(target))
                yield return $"{page.Path} links to {link}, which is not there";
            else if (parts.Length == 2 && !AnchorsOf(page, target).Contains(parts[1]))
                yield return $"{page.Path} links to {link}, whose heading is not there";
        }
    }

    private static IReadOnlySet<string> AnchorsOf(MarkdownPage page, string target) =>
        target == Repository.Path(page.Path)
            ? page.Anchors
            : new MarkdownPage(Repository.Relative(target), File.ReadAllText(target)).Anchors;

    private static MarkdownPage Page(string path) => MarkdownPage.All.Single(page => page.Path == path);

    [GeneratedRegex(@"(?<=[\s=])(samples|tests|src)/[\w./-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectPath();
}
