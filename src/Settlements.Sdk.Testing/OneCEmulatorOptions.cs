using System.Globalization;

namespace Settlements.Testing;

/// <summary>How the emulated 1C server is published. Everything has a default; without any option it needs no login.</summary>
public sealed record OneCEmulatorOptions
{
    /// <summary>The clock of delays, sessions and the log.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>; a <see cref="ManualTimeProvider"/> gives the time to the test.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The path of the HTTP service within the server, its <c>hs</c> included.</summary>
    /// <value>Starts with a slash and does not end with one. The default is <c>/demo/hs/balance</c>.</value>
    public string Path { get; init; } = "/demo/hs/balance";

    /// <summary>The template of the one method, below <see cref="Path"/>.</summary>
    /// <value>Without a slash at its start. The default is <c>get</c>.</value>
    public string Template { get; init; } = "get";

    /// <summary>The name of the query parameter that holds the counterparty's GUID.</summary>
    /// <value>The default is <c>counterparty_id</c>.</value>
    public string CounterpartyParameter { get; init; } = "counterparty_id";

    /// <summary>The template of the directory of counterparties, below <see cref="Path"/>: GET searches, POST registers.</summary>
    /// <value>Without a slash at its start, and not <see cref="Template"/>. The default is <c>counterparties</c>.</value>
    public string DirectoryTemplate { get; init; } = "counterparties";

    /// <summary>The name of the query parameter that holds a tax number.</summary>
    /// <value>The default is <c>tin</c>.</value>
    public string TaxIdParameter { get; init; } = "tin";

    /// <summary>The name of the 1C user whom Basic authentication must give, in UTF-8.</summary>
    /// <value>The default is null: the publication itself knows its user, and nobody needs to log in.</value>
    public string? UserName { get; init; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    /// <value>The default is the empty password, which is usual in 1C.</value>
    public string Password { get; init; } = "";

    /// <summary>The key that the service's own code asks for.</summary>
    /// <value>The default is null: no key.</value>
    public string? Key { get; init; }

    /// <summary>The name of the query parameter in which the <see cref="Key"/> may come.</summary>
    /// <value>The default is <c>key</c>; null when the query is not looked at.</value>
    public string? KeyParameter { get; init; } = "key";

    /// <summary>The name of the header in which the <see cref="Key"/> may come; <c>Authorization</c> with a key of <c>Bearer …</c> makes a bearer token.</summary>
    /// <value>The default is null: no header is looked at.</value>
    public string? KeyHeader { get; init; }

    /// <summary>After so many failed logins in a row the user is locked out: 403 for the right password too.</summary>
    /// <value>One or more. The default is null: never.</value>
    public int? LockOutAfter { get; init; }

    /// <summary>How long the user stays locked out, on <see cref="TimeProvider"/>.</summary>
    /// <value>Above zero. The default is 5 minutes.</value>
    public TimeSpan LockOutTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How the publication reuses sessions.</summary>
    /// <value>The default is <see cref="OneCSessionMode.DontUse"/>.</value>
    public OneCSessionMode Sessions { get; init; }

    /// <summary>How many sessions there may be at one time (<c>poolSize</c>); not looked at with <see cref="OneCSessionMode.DontUse"/>.</summary>
    /// <value>One or more. The default is 10, as the platform's tools write it.</value>
    public int PoolSize { get; init; } = 10;

    /// <summary>How long a request waits for a session of a full pool before it gets 406 (<c>poolTimeout</c>), on <see cref="TimeProvider"/>.</summary>
    /// <value>Zero or more. The default is zero, so that tests need not wait; the platform's tools write 5 seconds.</value>
    public TimeSpan PoolTimeout { get; init; }

    /// <summary>After how long without a request a session ends (<c>sessionMaxAge</c>), on <see cref="TimeProvider"/>.</summary>
    /// <value>Above zero. The default is 20 seconds, as the platform's tools write it.</value>
    public TimeSpan SessionMaxAge { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How the JSON is laid out.</summary>
    /// <value>The default is <see cref="OneCJsonLayout.Lines"/>, as the platform does.</value>
    public OneCJsonLayout Layout { get; init; }

    /// <summary>Whether the JSON starts with a byte order mark.</summary>
    /// <value>The default is true, as the platform does.</value>
    public bool WritesByteOrderMark { get; init; } = true;

    /// <summary>What a request for a counterparty gets that was never set.</summary>
    /// <value>The default is <see cref="OneCFault.UnknownCounterparty"/>, 404 with a JSON error; this is inferred, services differ.</value>
    public OneCFault UnknownCounterparty { get; init; } = OneCFault.UnknownCounterparty();

    /// <summary>The path and the template, without the password and the key.</summary>
    public override string ToString() => $"1C emulator at {Path}/{Template}";

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (!Path.StartsWith('/') || Path.EndsWith('/'))
            throw new ArgumentException(
                $"{nameof(Path)} is \"{Path}\"; it must start with a slash and not end with one, as /demo/hs/balance."
            );
        if (Template.StartsWith('/'))
            throw new ArgumentException($"{nameof(Template)} is \"{Template}\"; it must not start with a slash, as get.");
        if (DirectoryTemplate.StartsWith('/') || DirectoryTemplate == Template)
            throw new ArgumentException(
                $"{nameof(DirectoryTemplate)} is \"{DirectoryTemplate}\"; it must not start with a slash and must differ from {nameof(Template)}, as counterparties."
            );
        if (LockOutAfter < 1)
            throw Wrong(nameof(LockOutAfter), LockOutAfter, "one or more, or null for never");
        if (PoolSize < 1)
            throw Wrong(nameof(PoolSize), PoolSize, "one or more");
        Positive(nameof(LockOutTime), LockOutTime);
        Positive(nameof(SessionMaxAge), SessionMaxAge);
        if (PoolTimeout < TimeSpan.Zero)
            throw Wrong(nameof(PoolTimeout), PoolTimeout, "zero or more");
    }

    private static void Positive(string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
            throw Wrong(name, value, "above zero");
    }

    private static ArgumentException Wrong(string name, object value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {allowed}."));
}
