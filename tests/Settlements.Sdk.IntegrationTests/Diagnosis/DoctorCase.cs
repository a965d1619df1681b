using Settlements.Diagnosis;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>Something that is wrong with one of the two servers, and what the doctor must say of it.</summary>
/// <param name="Sickness">In words.</param>
/// <param name="Code">What must be found.</param>
/// <param name="Seen">A part of what must be seen; empty for anything.</param>
/// <param name="Arrange">Makes the host sick.</param>
internal sealed record DoctorCase(string Sickness, DoctorCode Code, string Seen, Action<DoctorHost> Arrange)
{
    internal OneCEmulatorOptions? Publication { get; init; }

    internal CounterpartyId[] Counterparties { get; init; } = [DoctorHost.Romashka];

    public override string ToString() => Sickness;
}
