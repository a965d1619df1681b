using System.Text.RegularExpressions;
using Settlements.Tests.Conventions;

namespace Settlements.Tests.Docs;

/// <summary>A page of the documentation: its code blocks, links and headings.</summary>
internal sealed partial class MarkdownPage
{
    private readonly string[] _lines;

    /// <param name="path">From the repository's root, with slashes.</param>
    /// <param name="text">The page.</param>
    public MarkdownPage(string path, string text)
    {
        Path = path;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        Blocks = [.. FindBlocks()];
    }

    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>The README and everything under docs/.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. new[] { Repository.Path("README.md"), Repository.Path("CHANGELOG.md") }
            .Where(File.Exists)
            .Concat(Repository.Files("docs", "*.md"))
            .Select(file => new MarkdownPage(Repository.Relative(file), File.ReadAllText(file))),
    ];

    /// <summary>Targets of links and images, as written.</summary>
    public IEnumerable<string> Links =>
        Prose().SelectMany(line => Link().Matches(Code().Replace(line, ""))).Select(match => match.Groups["target"].Value);

    /// <summary>What a link may name after <c>#</c>: headings in lower case, spaces as dashes, without punctuation.</summary>
    public IReadOnlySet<string> Anchors =>
        Prose()
            .Select(line => Heading().Match(line))
            .Where(match => match.Success)
            .Select(match => NoAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))
            .ToHashSet(StringComparer.Ordinal);

    public override string ToString() => Path;

    private IEnumerable<string> Prose()
    {
        var inside = false;
        foreach (var line in _lines)
        {
            if (Fence().IsMatch(line))
                inside = !inside;
            else if (!inside)
                yield return line;
        }
    }

    private IEnumerable<CodeBlock> FindBlocks()
    {
        for (var at = 0; at < _lines.Length; at++)
        {
            var opening = Fence().Match(_lines[at]);
            if (!opening.Success)
                continue;

            var end = Array.FindIndex(_lines, at + 1, line => line.Trim() == opening.Groups["marks"].Value);
            if (end < 0)
                throw new FormatException($"{Path}:{at + 1}: a code block is never closed.");
            var indent = opening.Groups["indent"].Length;
            var code = _lines[(at + 1)..end].Select(line => line.Length >= indent ? line[indent..] : line.TrimStart());
            yield return new CodeBlock(Path, at + 1, opening.Groups["language"].Value.Trim(), string.Join('\n', code) + "\n");
            at = end;
        }
    }

    [GeneratedRegex("^(?<indent> *)(?<marks>```+)(?<language>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("^#{1,6} +(?<text>.*?) *$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)(\s+""[^""]*"")?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoAnchor();
}
