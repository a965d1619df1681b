namespace Settlements.Testing.OneC;

/// <summary>How the connection fares when an answer is sent.</summary>
internal enum DeliveryEnding
{
    /// <summary>As HTTP has it.</summary>
    Regular,

    /// <summary>Closed in an orderly way (FIN) before the promised length is reached.</summary>
    ClosedEarly,

    /// <summary>Reset (RST) in the middle of the body.</summary>
    Reset,

    /// <summary>Reset (RST) before the first byte.</summary>
    ResetBeforeHeaders,

    /// <summary>Nothing is ever sent, and the connection stays open until the client or the emulator closes it.</summary>
    Silence,
}
