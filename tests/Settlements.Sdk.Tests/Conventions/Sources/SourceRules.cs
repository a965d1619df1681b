using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Settlements.Tests.Conventions.Sources;

/// <summary>How the sources of the library are laid out. Each rule says what is wrong with a file, a sentence for each fault.</summary>
internal static class SourceRules
{
    public const int MostLines = 300;

    private static readonly HashSet<string> LayerNames =
    [
        "Models",
        "Helpers",
        "Utils",
        "Utilities",
        "Services",
        "Interfaces",
        "Common",
        "Core",
        "Extensions",
        "Managers",
        "Dto",
        "Enums",
    ];

    /// <summary>A snapshot of the stores' model is written by a test, table after table, and read by nobody: it is as long as the model has tables.</summary>
    public static IEnumerable<string> Length(SourceFile file)
    {
        var isSnapshot =
            file.Path.StartsWith("Migrations/", StringComparison.Ordinal) && file.Path.EndsWith("Snapshot.cs", StringComparison.Ordinal);
        if (file.Lines > MostLines && !isSnapshot)
            yield return $"{file.Path} has {file.Lines} lines: a subject hides in it";
    }

    public static IEnumerable<string> OneType(SourceFile file)
    {
        if (file.Types is not [var only])
            yield return $"{file.Path} holds {file.Types.Count} types ({string.Join(", ", file.Types)}): a file is found by the name of its one type";
        else if (only != file.Name)
            yield return $"{file.Path} holds {only}: the file has its type's name";
    }

    public static IEnumerable<string> NamespaceIsFolder(SourceFile file)
    {
        var expected = file.Folders is ["DependencyInjection"]
            ? "Microsoft.Extensions.DependencyInjection"
            : string.Join('.', file.Folders.Prepend(file.RootNamespace));
        if (file.Namespace != expected)
            yield return $"{file.Path} is in {file.Namespace}, its folder says {expected}";
    }

    public static IEnumerable<string> FoldersAreSubjects(SourceFile file) =>
        file
            .Folders.Where(LayerNames.Contains)
            .Select(folder => $"{file.Path}: {folder} is a layer, not a subject that accounts receivable would name");

    public static IEnumerable<string> NothingIsSilenced(SourceFile file)
    {
        foreach (var directive in file.Directives)
        {
            if (directive.IsKind(SyntaxKind.RegionDirectiveTrivia))
                yield return $"{file.Path} has a region";
            if (directive.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia) && !HasReason(directive.ToFullString()))
                yield return $"{file.Path} switches a warning off without a reason behind it: {directive.ToString().Trim()}";
        }

        foreach (var attribute in file.Attributes.Where(IsSuppression))
        {
            if (attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.Text == "Justification") != true)
                yield return $"{file.Path} suppresses a message without a justification";
        }
    }

    private static bool HasReason(string pragma) =>
        pragma.Contains("restore", StringComparison.Ordinal) || pragma.Contains("//", StringComparison.Ordinal);

    private static bool IsSuppression(AttributeSyntax attribute) =>
        attribute.Name.ToString().Split('.')[^1] is "SuppressMessage" or "UnconditionalSuppressMessage";
}
