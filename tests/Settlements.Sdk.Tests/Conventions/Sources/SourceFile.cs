using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Settlements.Tests.Conventions.Sources;

/// <summary>A source file of the library, parsed.</summary>
internal sealed class SourceFile
{
    private readonly CompilationUnitSyntax _root;

    /// <param name="path">From the project's folder: <c>Credit/CreditPolicy.cs</c>.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="rootNamespace">The project's, such as <c>Settlements</c>.</param>
    public SourceFile(string path, string text, string rootNamespace)
    {
        Path = path;
        Text = text;
        RootNamespace = rootNamespace;
        _root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
    }

    public string Path { get; }

    public string Text { get; }

    public string RootNamespace { get; }

    public int Lines => Text.Count(letter => letter == '\n');

    public IReadOnlyList<string> Folders => Path.Split('/')[..^1];

    /// <summary>The file's name without what follows the first dot: parts of one type stand in <c>Type.Part.cs</c>.</summary>
    public string Name => Path.Split('/')[^1].Split('.')[0];

    public string? Namespace => _root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    /// <summary>Types that stand in the file itself, not in another type.</summary>
    public IReadOnlyList<string> Types =>
        [
            .. _root
                .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Select(NameOf)
                .OfType<string>(),
        ];

    public IEnumerable<SyntaxTrivia> Directives => _root.DescendantTrivia(descendIntoTrivia: false).Where(trivia => trivia.IsDirective);

    public IEnumerable<AttributeSyntax> Attributes => _root.DescendantNodes().OfType<AttributeSyntax>();

    private static string? NameOf(MemberDeclarationSyntax member) =>
        member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax @delegate => @delegate.Identifier.Text,
            _ => null,
        };
}
