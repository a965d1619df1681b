namespace Settlements.EntityFrameworkCore;

/// <summary>The database of the stores did not do what it was asked.</summary>
/// <remarks>
/// <para>
/// Nothing was written, with one exception: a connection that broke while a change was being committed leaves open whether the database took it. Every method of
/// the stores may be repeated after that; what it says the second time is in <c>docs/stores.md</c>.
/// </para>
/// <para>The cause is the inner exception, the provider's own; neither holds the password of the connection.</para>
/// </remarks>
public sealed class StoreException : SettlementsException
{
    internal StoreException(SettlementsError error, string message, bool isTransient, Exception cause)
        : base(error, message, isTransient, cause) { }
}
