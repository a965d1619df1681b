namespace Settlements.Diagnosis;

/// <summary>How long the doctor waits, and from where on it warns.</summary>
public sealed class DoctorOptions
{
    /// <summary>The longest time for one check; the client's own time-outs end it earlier where they are shorter.</summary>
    /// <value>From 100 milliseconds to 10 minutes. The default is 15 seconds.</value>
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest time for the whole examination; what is left then is skipped.</summary>
    /// <value>From <see cref="CheckTimeout"/> to one hour. The default is 3 minutes.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long before its end a certificate is warned of.</summary>
    /// <value>From zero to one year. The default is 30 days.</value>
    public TimeSpan CertificateWarning { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How far a server's clock may be from ours.</summary>
    /// <value>From 5 seconds to one day. The default is 1 minute.</value>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The age of figures (<c>updated_at</c>) from which on they are warned of.</summary>
    /// <value>From 1 minute to one year. The default is 1 day.</value>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromDays(1);
}
