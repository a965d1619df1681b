using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Settlements.Tests.Docs;

/// <summary>Compiles a block as a reader would: pasted into Program.cs of a new project, or as a file of its own when it only declares.</summary>
internal static class SnippetCompiler
{
    /// <summary>What a new project brings by itself.</summary>
    private static readonly string[] Implicit =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    /// <summary>What a page need not repeat in each block; a block with usings of its own is a whole program and gets none of these.</summary>
    private static readonly string[] Understood =
    [
        "System.Globalization",
        "System.Text.Json",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting",
        "NodaTime",
        "Xunit",
        .. OwnNamespaces(),
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Settlements.Sdk.Tests", StringComparison.Ordinal))
            .Where(path => !Path.GetFileName(path).StartsWith("Settlements.Sdk.IntegrationTests", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>All blocks grow from one compilation, so that the references are read once.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Snippet",
        references: References,
        options: new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
    );

    public static CSharpCompilation Compile(CodeBlock block)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(block.Code), options, block.Page);
        var root = tree.GetCompilationUnitRoot();
        var usings = root.Usings.Count > 0 ? Implicit : [.. Implicit, .. Understood];
        var global = CSharpSyntaxTree.ParseText(string.Concat(usings.Select(name => $"global using {name};\n")), options, "Usings.cs");
        var isProgram = root.Members.OfType<GlobalStatementSyntax>().Any();
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return Empty.AddSyntaxTrees(global, tree).WithOptions(Empty.Options.WithOutputKind(kind));
    }

    /// <summary>What the compiler says against a block: errors, and warnings about null, which a reader would get too.</summary>
    public static IEnumerable<string> Faults(CodeBlock block) =>
        Compile(block)
            .GetDiagnostics()
            .Where(found => found.Severity == DiagnosticSeverity.Error || found.Id.StartsWith("CS86", StringComparison.Ordinal))
            .Select(found =>
                $"{block.Page}:{block.Line + 1 + found.Location.GetLineSpan().StartLinePosition.Line}: {found.Id} {found.GetMessage(null)}"
            );

    private static IEnumerable<string> OwnNamespaces() =>
        Conventions
            .Product.All.SelectMany(assembly => assembly.GetExportedTypes())
            .Select(type => type.Namespace!)
            .Where(name => name.StartsWith("Settlements", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
}
