namespace Settlements.BillManager;

/// <summary>What must not be repeated: the panel's words may quote what it was sent.</summary>
internal sealed class PanelSecrets(string password)
{
    private const int MaxText = 500;
    private volatile string? _session;

    internal void Keep(string session) => _session = session;

    /// <summary>The text without password and session, cut to a bearable length.</summary>
    internal string? Scrub(string? text)
    {
        if (text is null)
            return null;
        text = text.Replace(password, "***", StringComparison.Ordinal);
        if (_session is { Length: > 0 } session)
            text = text.Replace(session, "***", StringComparison.Ordinal);
        return text.Length <= MaxText ? text : text[..MaxText] + "...";
    }
}
