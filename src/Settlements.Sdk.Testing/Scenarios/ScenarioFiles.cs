namespace Settlements.Testing.Scenarios;

/// <summary>Finds the files that paths lead to.</summary>
internal static class ScenarioFiles
{
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        MatchCasing = MatchCasing.CaseInsensitive,
        MatchType = MatchType.Simple,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <summary>Files in the order of the paths, and in a folder in the order of their own; each file once.</summary>
    internal static IReadOnlyList<ScenarioFile> Read(IEnumerable<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<ScenarioFile>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
                files.AddRange(New([path]));
            else if (Directory.Exists(path))
                files.AddRange(InFolder(path));
            else
                files.Add(ScenarioFile.Unusable($"{path}: there is no such file or folder."));
        }

        return files;

        IEnumerable<ScenarioFile> New(IEnumerable<string> found) =>
            found.Where(file => seen.Add(Path.GetFullPath(file))).Select(ScenarioFile.Read);

        IEnumerable<ScenarioFile> InFolder(string folder)
        {
            try
            {
                var found = Directory.GetFiles(folder, "*.json", Recursive).Order(StringComparer.Ordinal).ToArray();
                return found.Length > 0 ? New(found) : [ScenarioFile.Unusable($"{folder}: there is no *.json file in this folder.")];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return [ScenarioFile.Unusable($"{folder}: cannot be read: {e.Message}")];
            }
        }
    }
}
