using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>A publication that was added.</summary>
/// <param name="Name">The name that it was added by; empty for the unnamed one.</param>
/// <param name="Options">Gives its options, or throws what is wrong with them.</param>
/// <param name="Client">Gives its client, with the sessions and the memory of a refused login that the program has.</param>
internal sealed record OneCPatient(string Name, Func<OneCOptions> Options, Func<OneCBalanceClient> Client);
