namespace Settlements.Tests.Credit;

internal sealed class SilentSourceException()
    : SettlementsException(SettlementsError.Unavailable, "The infobase is being updated.", isTransient: true);
