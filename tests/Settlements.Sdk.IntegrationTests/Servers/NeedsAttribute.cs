using System.Reflection;
using Xunit.Abstractions;

namespace Settlements.IntegrationTests.Servers;

/// <summary>Says that a test class needs something of the machine. Without it its tests are skipped with the reason; under <c>CI=true</c> they run, and fail.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>What is missing and how to get it; null when nothing is.</summary>
    protected abstract string? Missing { get; }

    /// <summary>Why the tests of a class cannot run here; null when they can, or must.</summary>
    internal static string? ReasonToSkip(ITypeInfo testClass) =>
        Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : (testClass as IReflectionTypeInfo)
                ?.Type.GetCustomAttributes<NeedsAttribute>()
                .Select(needs => needs.Missing)
                .FirstOrDefault(reason => reason is not null);
}
