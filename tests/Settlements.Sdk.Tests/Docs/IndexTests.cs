namespace Settlements.Tests.Docs;

/// <summary>A page that nothing leads to is not read.</summary>
public sealed class IndexTests
{
    private static readonly MarkdownPage Index = MarkdownPage.All.Single(page => page.Path == "docs/index.md");

    [Fact]
    public void Every_page_stands_in_the_index() =>
        MarkdownPage
            .All.Select(page => page.Path)
            .Where(path =>
                path.StartsWith("docs/", StringComparison.Ordinal) && path.Count(letter => letter == '/') == 1 && path != Index.Path
            )
            .Should()
            .NotBeEmpty()
            .And.BeSubsetOf(Index.Links.Select(link => "docs/" + link));

    [Fact]
    public void The_first_program_of_the_readme_is_short_and_whole()
    {
        var first = MarkdownPage.All.Single(page => page.Path == "README.md").Blocks.First(block => block.Language == "csharp");

        first.Code.Should().Contain("using Settlements;", "a newcomer pastes it as it is");
        first.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCountLessThanOrEqualTo(15);
    }
}
