namespace Settlements.Tests.Conventions;

/// <summary>The files of the working copy that the tests were built in.</summary>
/// <remarks>Found from where the tests run: paths that the compiler would hand over are rewritten in a deterministic build.</remarks>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Relative(string path) => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Files under a folder of the repository, without what builds leave there.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
                .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "node_modules"))
                .Order(StringComparer.Ordinal),
        ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Settlements.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Settlements.Sdk.sln above {AppContext.BaseDirectory}.");
    }
}
