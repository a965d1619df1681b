using System.Globalization;
using Settlements.Testing.Scenarios;

namespace Settlements.Testing;

/// <summary>The rules as files that an accountant can read: facts and the answer that a rule must give, in JSON with comments.</summary>
/// <remarks>The format is described in <c>docs/rule-scenarios.md</c>, with a JSON Schema beside it for editors.</remarks>
public static class RuleScenarios
{
    /// <summary>Exit code of <see cref="RunFiles"/> when every scenario passed.</summary>
    public const int Passed = 0;

    /// <summary>Exit code of <see cref="RunFiles"/> when every file could be used and a scenario failed.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of <see cref="RunFiles"/> when a file could not be used, whatever the others said.</summary>
    public const int Unusable = 2;

    /// <summary>Loads the scenarios of a file, or of all <c>*.json</c> files in a folder and the folders in it.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <returns>The scenarios in the order of the files' paths, then as they stand in the file; at least one.</returns>
    /// <exception cref="RuleScenarioFileException">A file cannot be used, or there is none; the message lists every fault.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public static IReadOnlyList<RuleScenario> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var files = ScenarioFiles.Read([path]);
        var problems = files.SelectMany(file => file.Problems).ToArray();
        return problems.Length == 0 ? [.. files.SelectMany(file => file.Scenarios)] : throw new RuleScenarioFileException(problems);
    }

    /// <summary>The same as rows of a theory: <c>[Theory, MemberData(nameof(Rows))]</c> over a property that returns this.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <returns>Rows of one value, a <see cref="RuleScenario"/>.</returns>
    /// <exception cref="RuleScenarioFileException">A file cannot be used, or there is none; the message lists every fault.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public static IEnumerable<object[]> TheoryData(string path) => Load(path).Select(scenario => new object[] { scenario });

    /// <summary>Runs files and folders as a command does: a line for each scenario that fails, then <c>N passed, M failed</c>.</summary>
    /// <param name="paths">Files and folders; a file that two of them lead to is run once.</param>
    /// <param name="output">Gets the results.</param>
    /// <param name="errors">Gets a line for each fault of a file that cannot be used; the other files still run.</param>
    /// <returns><see cref="Passed"/>, <see cref="Failed"/> or <see cref="Unusable"/>, for the exit code of a program.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static int RunFiles(IEnumerable<string> paths, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);

        var (passed, failed, unusable) = (0, 0, false);
        foreach (var file in ScenarioFiles.Read(paths))
        {
            foreach (var problem in file.Problems)
                errors.WriteLine(problem);
            unusable |= file.Problems.Count > 0;
            foreach (var scenario in file.Scenarios)
            {
                if (Run(scenario) is { } difference)
                {
                    failed++;
                    output.WriteLine($"FAIL {OneLine(scenario.Name)}: {OneLine(difference.ToString())}");
                }
                else
                {
                    passed++;
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
        return unusable ? Unusable
            : failed > 0 ? Failed
            : Passed;
    }

    /// <summary>A defect of a rule fails its scenario and leaves the others their turn.</summary>
    private static RuleScenarioDifference? Run(RuleScenario scenario)
    {
        try
        {
            return scenario.Run();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new RuleScenarioDifference("an answer", $"{e.GetType().Name}: {e.Message}");
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
