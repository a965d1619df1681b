using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Every fault of options that know their own at once.</summary>
/// <param name="problemsOf">Finds them.</param>
internal sealed class OptionsProblems<T>(Func<T, IEnumerable<string>> problemsOf) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options) =>
        problemsOf(options).ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
