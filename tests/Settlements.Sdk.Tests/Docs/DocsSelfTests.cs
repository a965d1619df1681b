namespace Settlements.Tests.Docs;

/// <summary>The checks of the pages find what is wrong in one.</summary>
public sealed class DocsSelfTests
{
    private static CodeBlock Block(string code) => new("docs/page.md", 10, "csharp", code);

    [Theory]
    [InlineData("Console.WriteLine(Money.Rub(1m));")]
    [InlineData("await Task.Delay(1);\nreturn 0;")]
    [InlineData("public sealed record Mine(Money Total);")]
    [InlineData("using Settlements;\n\nConsole.WriteLine(Money.Rub(1m));")]
    public void A_block_that_compiles_passes(string code) => SnippetCompiler.Faults(Block(code)).Should().BeEmpty();

    [Theory]
    [InlineData("var a = 1;\nMoney.Euro(1m);", "docs/page.md:12: CS0117*")]
    [InlineData("string text = null;", "docs/page.md:11: CS8600*")]
    [InlineData("using System.Text;\nMoney.Rub(1m);", "docs/page.md:12: CS0103*")]
    public void A_block_that_does_not_is_found_by_its_line(string code, string fault) =>
        SnippetCompiler.Faults(Block(code)).Should().ContainMatch(fault);

    [Fact]
    public void Finds_blocks_links_and_headings()
    {
        var page = new MarkdownPage(
            "docs/page.md",
            "# The page: one\n\nSee [it](other.md#there) and `[not](this.md)`.\n\n1. Do\n\n   ```csharp\n   A();\n   ```\n\n```bash\n# [no](link.md)\n```\n"
        );

        page.Anchors.Should().BeEquivalentTo("the-page-one");
        page.Links.Should().Equal("other.md#there");
        page.Blocks.Should()
            .Equal(new CodeBlock("docs/page.md", 7, "csharp", "A();\n"), new CodeBlock("docs/page.md", 11, "bash", "# [no](link.md)\n"));
    }

    [Theory]
    [InlineData("[a](nowhere.md)")]
    [InlineData("[a](../README.md#no-such-heading)")]
    [InlineData("[a](#no-such-heading)")]
    [InlineData("![a](picture.png)")]
    public void Finds_a_link_to_nowhere(string link) =>
        DocsTests.BrokenLinks(new MarkdownPage("README.md", $"# Here\n\n{link}\n")).Should().ContainSingle();

    [Theory]
    [InlineData("[a](LICENSE)")]
    [InlineData("[a](samples)")]
    [InlineData("[a](#here)")]
    [InlineData("[a](https://example.com/nowhere)")]
    public void Lets_a_link_to_something_pass(string link) =>
        DocsTests.BrokenLinks(new MarkdownPage("README.md", $"# Here\n\n{link}\n")).Should().BeEmpty();

    [Fact]
    public void Refuses_a_block_that_is_never_closed() =>
        FluentActions
            .Invoking(() => new MarkdownPage("docs/page.md", "```csharp\nA();\n"))
            .Should()
            .Throw<FormatException>()
            .WithMessage("docs/page.md:1:*");
}
