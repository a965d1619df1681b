using System.Globalization;

namespace Settlements.Testing;

/// <summary>How the emulated panel behaves. Everything has a default.</summary>
public sealed record BillManagerEmulatorOptions
{
    /// <summary>The clock of sessions, delays and creation dates.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>; a <see cref="ManualTimeProvider"/> gives the time to the test.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The panel's own time zone, as hours from UTC: dates and times of payments are written in it.</summary>
    /// <value>-12 to 14. The default is 3, Moscow.</value>
    public int UtcOffsetHours { get; init; } = 3;

    /// <summary>The port on loopback.</summary>
    /// <value>The default is 0: any free one.</value>
    public int Port { get; init; }

    /// <summary>How long every call takes besides its own work, on <see cref="TimeProvider"/>.</summary>
    /// <value>Zero or more. The default is zero.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>How long a session lives after its last call.</summary>
    /// <value>Above zero. The default is one hour, as documented.</value>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether a filter that comes with a call is saved and stays in force for later calls that bring none.</summary>
    /// <value>The default is false. Not known of the real panel.</value>
    public bool RemembersFilters { get; init; }

    /// <summary>Whether a filter saved in the web interface takes the place of the one that comes with a call.</summary>
    /// <value>The default is false. Seen by others as a hazard; not known when it happens.</value>
    public bool SavedFilterWins { get; init; }

    /// <summary>Whether a second payment with a known <c>randomnumber</c> gets the first one's id instead of an error.</summary>
    /// <value>The default is false. Which of the two the real panel does is not known; neither adds a row.</value>
    public bool RepeatedAddReturnsFirst { get; init; }

    /// <summary>Whether crediting a credited payment is answered as done, without crediting again, instead of refused.</summary>
    /// <value>The default is false. Not known of the real panel.</value>
    public bool RepeatedSetPaidIsIgnored { get; init; }

    /// <summary>Whether an administrator may call <c>payment.info</c>, which shows the payment module's secrets; root always may.</summary>
    /// <value>The default is false. Not known of the real panel.</value>
    public bool AdministratorSeesPaymentInfo { get; init; }

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (UtcOffsetHours is < -12 or > 14)
            throw Wrong(nameof(UtcOffsetHours), UtcOffsetHours, "-12 to 14");
        if (Port is < 0 or > 65535)
            throw Wrong(nameof(Port), Port, "0 to 65535");
        if (Latency < TimeSpan.Zero)
            throw Wrong(nameof(Latency), Latency, "zero or more");
        if (SessionLifetime <= TimeSpan.Zero)
            throw Wrong(nameof(SessionLifetime), SessionLifetime, "above zero");
    }

    private static ArgumentException Wrong(string name, object value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {allowed}."));
}
