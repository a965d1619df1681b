using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml;

namespace Settlements.OneC;

/// <summary>Errors in XML and HTML: the platform's exceptions, OData's, the web module's page, anybody's page.</summary>
internal static partial class MarkupErrors
{
    private const int HeadLength = 2048;

    internal static ErrorBody Find(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, HeadLength));
        if (
            !head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            && !head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            && FindInXml(text) is { } found
        )
            return found;

        var plain = Plain(text);
        if (PlatformTexts.NamesApplicationError(plain))
            return new ErrorBody(ErrorBodyKind.PlatformException, plain);
        // A page's text is for people before a browser; its title says what it is. Where 1C speaks in it, all of it counts.
        return PlatformTexts.Find(plain) is not null || ServiceWords.HasModulePath(plain)
            ? new ErrorBody(ErrorBodyKind.Page, plain)
            : new ErrorBody(ErrorBodyKind.Page, Title().Match(text) is { Success: true } title ? Plain(title.Groups["text"].Value) : "");
    }

    private static ErrorBody? FindInXml(string text)
    {
        var kind = ErrorBodyKind.Page;
        int? reason = null;
        var words = new List<string>();
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    MaxCharactersInDocument = text.Length + 1L,
                }
            );
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "exception")
                {
                    kind = ErrorBodyKind.PlatformException;
                    reason ??= int.TryParse(reader.GetAttribute("reason"), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                        ? status
                        : null;
                }
                else if (reader.LocalName is "error" or "Fault" && kind == ErrorBodyKind.Page)
                    kind = ErrorBodyKind.Error;
                else if (kind != ErrorBodyKind.Page && reader.LocalName is "descr" or "message" or "faultstring" && !reader.IsEmptyElement)
                    words.Add(ReadText(reader));
            }
        }
        catch (XmlException) when (kind == ErrorBodyKind.Page)
        {
            return null;
        }
        catch (XmlException)
        {
            // Cut short or badly made: what was said before is enough.
        }

        return kind == ErrorBodyKind.Page ? null : new ErrorBody(kind, string.Join('\n', words), reason);
    }

    private static string ReadText(XmlReader reader) =>
        reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value : "";

    private static string Plain(string markup) => WebUtility.HtmlDecode(Tags().Replace(Invisible().Replace(markup, " "), "\n"));

    [GeneratedRegex(@"<title[^>]*>(?<text>[^<]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"<(?<tag>script|style)\b.*?</\k<tag>\s*>|<!--.*?-->",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Invisible();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
