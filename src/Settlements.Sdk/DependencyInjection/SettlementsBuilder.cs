namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where the parts of Settlements.Sdk are added to a host, each by an extension method of its own.</summary>
public sealed class SettlementsBuilder
{
    internal SettlementsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }
}
