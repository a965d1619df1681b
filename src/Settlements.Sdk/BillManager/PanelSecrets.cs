using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>What must not be repeated: the panel's words may quote what it was sent.</summary>
internal sealed class PanelSecrets(BillManagerOptions options)
{
    private const int MaxText = 500;
    private volatile SecretRedactor _redactor = Redactor(options, session: null);

    internal void Keep(string session) => _redactor = Redactor(options, session);

    /// <summary>The text without password and session, cut to a bearable length.</summary>
    internal string? Scrub(string? text)
    {
        if (text is null)
            return null;
        text = _redactor.Redact(text);
        return text.Length <= MaxText ? text : text[..MaxText] + "...";
    }

    private static SecretRedactor Redactor(BillManagerOptions options, string? session) =>
        new([options.Password, $"{options.UserName}:{options.Password}", session]);
}
