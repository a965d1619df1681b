namespace Settlements.Testing.OneC;

/// <summary>Something to wait for: a gate of the test, or time to pass on the emulator's clock.</summary>
internal delegate Task DeliveryWait(TimeProvider timeProvider, CancellationToken cancellationToken);
