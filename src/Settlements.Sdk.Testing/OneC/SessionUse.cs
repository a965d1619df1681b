namespace Settlements.Testing.OneC;

/// <summary>How a request stands with sessions.</summary>
internal sealed class SessionUse(Action? leave)
{
    /// <summary>A session of its own, made and ended with the request.</summary>
    public static SessionUse Own { get; } = new(leave: null);

    /// <summary>The pool was full.</summary>
    public static SessionUse NoPlace { get; } = new(leave: null);

    /// <summary>The cookie names a session that does not exist.</summary>
    public static SessionUse Lost { get; } = new(leave: null);

    /// <summary>The identifier of a session that this request started; null otherwise.</summary>
    public string? StartedId { get; init; }

    /// <summary>Gives the session back. Called once.</summary>
    public void Leave() => leave?.Invoke();
}
