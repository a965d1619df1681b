using System.Reflection;
using Xunit.Sdk;

namespace Settlements.Tests.Stores;

/// <summary>Runs the facts of a suite as xunit does, and gives back what failed instead of failing.</summary>
internal static class SuiteRun
{
    /// <summary>The facts that fail, each with its message, as far as they are asked for.</summary>
    /// <param name="create">Makes the suite anew for each fact.</param>
    public static async IAsyncEnumerable<(string Fact, string Message)> FailuresAsync(Func<IAsyncLifetime> create)
    {
        foreach (var (fact, arguments) in FactsOf(create().GetType()))
        {
            if (await FailureAsync(create(), fact, arguments) is { } message)
                yield return (fact.Name, message);
        }
    }

    /// <summary>Every fact of a suite, a theory once for each row of data.</summary>
    public static IEnumerable<(MethodInfo Fact, object?[] Arguments)> FactsOf(Type suite) =>
        from method in suite.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.IsDefined(typeof(FactAttribute), inherit: true)
        from arguments in method.IsDefined(typeof(TheoryAttribute), inherit: true)
            ? method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method))
            :
            [
                [],
            ]
        select (method, arguments);

    private static async Task<string?> FailureAsync(IAsyncLifetime suite, MethodInfo fact, object?[] arguments)
    {
        await suite.InitializeAsync();
        try
        {
            await (Task)fact.Invoke(suite, arguments)!;
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.Message;
        }
        finally
        {
            await suite.DisposeAsync();
        }
    }
}
