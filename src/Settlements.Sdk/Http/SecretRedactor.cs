using System.Text;

namespace Settlements.Http;

/// <summary>Takes a client's secrets out of text that came from outside, in every form in which a server could give them back.</summary>
internal sealed class SecretRedactor
{
    // A secret of one or two characters cannot be told from any other text.
    private const int ShortestSecret = 3;
    private const string Mask = "***";

    private readonly string[] _secrets;

    internal SecretRedactor(IEnumerable<string?> secrets) =>
        _secrets = [
            .. secrets
                .OfType<string>()
                .Where(secret => secret.Length >= ShortestSecret)
                .SelectMany(Forms)
                .Distinct(StringComparer.Ordinal)
                // Longer ones first, so that a secret within a secret leaves no rest.
                .OrderByDescending(form => form.Length),
        ];

    internal string Redact(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static IEnumerable<string> Forms(string secret) =>
        [
            secret,
            Uri.EscapeDataString(secret),
            System.Net.WebUtility.HtmlEncode(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];
}
