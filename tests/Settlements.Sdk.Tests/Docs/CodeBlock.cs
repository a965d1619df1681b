namespace Settlements.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">From the repository's root.</param>
/// <param name="Line">Of the opening fence, from 1.</param>
/// <param name="Language">What stands behind the fence: <c>csharp</c>, <c>bash</c>, <c>json</c>.</param>
/// <param name="Code">Its lines, each ended.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Code)
{
    public override string ToString() => $"{Page}:{Line}";
}
