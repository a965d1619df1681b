namespace Microsoft.Extensions.DependencyInjection;

/// <summary>That a publication was added, for whoever wants to find all of them.</summary>
/// <param name="Name">Of its options and its services; empty for the unnamed one.</param>
/// <param name="Client">The key under which the container keeps it.</param>
internal sealed record OneCRegistration(string Name, string Client);
