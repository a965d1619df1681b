using System.Text;
using Settlements.Testing;

namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>A folder of scenario files for one test, and what the command says about it.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    public const string Good =
        """{ "scenarios": [ { "name": "a tax id", "rule": "taxId", "given": { "text": "5402123450", "country": "RU" }, "expect": { "valid": true } } ] }""";

    public const string Wrong =
        """{ "scenarios": [ { "name": "no tax id", "rule": "taxId", "given": { "text": "5402123451", "country": "RU" }, "expect": { "valid": true } } ] }""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenarios-");

    public string Root => _folder.FullName;

    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public ScenarioFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public ScenarioFolder With(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllBytes(At(file), bytes);
        return this;
    }

    public string At(string file) => Path.Combine(Root, file);

    public int Run() => Run(Root);

    public int Run(params string[] paths)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = RuleScenarios.RunFiles(paths, output, errors);
        (Output, Errors) = (output.ToString(), errors.ToString());
        return code;
    }

    /// <summary>A file of one scenario; what is broken in it stands on line 2.</summary>
    public static string One(string rule, string given, string expect = "{}") =>
        $$"""
            { "scenarios": [
            { "name": "x", "rule": "{{rule}}", "given": {{given}}, "expect": {{expect}} } ] }
            """;

    public void Dispose() => _folder.Delete(recursive: true);
}
