using System.IO.Compression;
using System.Text;
using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <content>Bodies that are not the plain JSON of the contract.</content>
public sealed partial class OneCFault
{
    /// <summary>An error that nobody caught in the service's BSL code, as text: <c>{HTTPСервис.Имя.Модуль(42)}: …</c></summary>
    /// <param name="message">What stands after the place; the default is what a wrong GUID gives.</param>
    /// <param name="status">500, or 200 as some services answer.</param>
    public static OneCFault HandlerException(string message = PlatformBodies.BadReference, int status = 500) =>
        Instead("handler exception", status, Plain, PlatformBodies.HandlerException(message));

    /// <summary>200 and <c>"success": "false"</c> with the service's message.</summary>
    public static OneCFault SuccessFalse(string message = "Контрагент не обслуживается") =>
        Instead("success false", 200, Json, PlatformBodies.SuccessFalse(message));

    /// <summary>200 and the service's message under the key <c>Ошибка</c>.</summary>
    public static OneCFault ErrorField(string message = "Регистр расчётов закрыт", int status = 200) =>
        Instead("error field", status, Json, OneCValue.Object(("Ошибка", message)).ToJson());

    /// <summary>Single quotes around an URL-encoded message, which is not JSON.</summary>
    public static OneCFault PseudoJson(string message = "Нет данных", int status = 500) =>
        Instead("pseudo-JSON", status, Json, $"{{'error':'{Uri.EscapeDataString(message)}'}}");

    /// <summary>A status without a body.</summary>
    public static OneCFault EmptyBody(int status = 200) => Instead("empty body", status, Json, "");

    /// <summary>The answer breaks off, and its <c>Content-Length</c> agrees with that: HTTP looks right, the JSON ends too early.</summary>
    /// <param name="share">How much of the body is left, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not from 0 to 1.</exception>
    public static OneCFault Truncated(double share = 0.5) =>
        Change("truncated", answer => answer with { Body = answer.Body[..(int)(answer.Body.Length * CheckShare(share))] });

    /// <summary>A JSON body of about so many bytes, most of them in a key that no contract knows.</summary>
    /// <remarks>Sent with its length; <c>HugeBody(…).Then(Chunked())</c> sends it without.</remarks>
    public static OneCFault HugeBody(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return Change("huge body", answer => Padded(answer, bytes));
    }

    /// <summary>JSON arrays within each other under a key that no contract knows.</summary>
    public static OneCFault DeepBody(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        var nested = OneCValue.Raw(new string('[', depth) + new string(']', depth));
        return Change("deep body", answer => answer.WithText(AppendMember(answer.Text, "nested", nested)));
    }

    /// <summary>The body packed with gzip, whether the client asked for it or not.</summary>
    public static OneCFault Gzip() => Change("gzip", answer => Packed(answer, Pack(answer.Body.Span)));

    /// <summary>The body packed with gzip and broken off; the HTTP length is right.</summary>
    public static OneCFault TruncatedGzip(double share = 0.5) => Gzip().Then(Truncated(share));

    /// <summary>A small gzip body that unpacks to so many bytes of JSON.</summary>
    public static OneCFault GzipBomb(int unpackedBytes = 64 * 1024 * 1024) => HugeBody(unpackedBytes).Then(Gzip());

    /// <summary>The body in windows-1251, and <c>charset=windows-1251</c> said in the content type.</summary>
    public static OneCFault Windows1251() =>
        Change(
            "windows-1251",
            answer => answer with { ContentType = "application/json; charset=windows-1251", Body = Cyrillic().GetBytes(answer.Text) }
        );

    /// <summary>Another content type, whatever the body: <c>text/html</c>, <c>application/json; charset=utf8</c>, or null for none.</summary>
    public static OneCFault ContentType(string? contentType) =>
        Change($"content type {contentType ?? "absent"}", answer => answer with { ContentType = contentType });

    /// <summary>The body without its byte order mark, or with one.</summary>
    public static OneCFault ByteOrderMark(bool present) =>
        Change(
            present ? "byte order mark" : "no byte order mark",
            answer => answer with { Body = (byte[])[.. present ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(answer.Text)] }
        );

    /// <summary>The JSON as one JSON string.</summary>
    public static OneCFault JsonInString() => ChangeText("JSON in a string", (_, json) => OneCValue.String(json).ToJson());

    /// <summary>The JSON under one key of an object: <c>response</c>, <c>data</c>, <c>result</c>.</summary>
    public static OneCFault Envelope(string key) =>
        ChangeText($"envelope {key}", (_, json) => OneCValue.Object((key, OneCValue.Raw(json))).ToJson());

    /// <summary><c>{"success":"true","response":…,"error":""}</c></summary>
    public static OneCFault SuccessEnvelope() =>
        ChangeText(
            "success envelope",
            (_, json) => OneCValue.Object(("success", "true"), ("response", OneCValue.Raw(json)), ("error", "")).ToJson()
        );

    /// <summary>The JSON as the only element of an array.</summary>
    public static OneCFault ArrayOfOne() => ChangeText("array of one", (_, json) => OneCValue.Array(OneCValue.Raw(json)).ToJson());

    /// <summary>The JSON with one more member at its end, whose key it may have already: 1C writes that without complaint.</summary>
    public static OneCFault DuplicateKey(string key, OneCValue value) =>
        ChangeText($"duplicate key {key}", (_, json) => AppendMember(json, key, value));

    /// <summary>The identifier that was asked for replaced by another, wherever it stands in the body.</summary>
    public static OneCFault AnotherCounterparty(CounterpartyId other) =>
        ChangeText(
            "another counterparty",
            (request, json) =>
                request.Counterparty is { } asked
                    ? json.Replace(asked.ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase)
                    : json
        );

    private static OneCFault Change(string name, Func<OneCAnswer, OneCAnswer> change) =>
        new(name, replacesAnswer: false, (_, answer) => change(answer));

    private static OneCAnswer Padded(OneCAnswer answer, int bytes)
    {
        var template = answer.WithText(AppendMember(answer.Text, "padding", "")).Body.Span;
        var place = template.LastIndexOf("\"\""u8) + 1;
        var body = new byte[template.Length + bytes];
        template[..place].CopyTo(body);
        body.AsSpan(place, bytes).Fill((byte)'0');
        template[place..].CopyTo(body.AsSpan(place + bytes));
        return answer with { Body = body };
    }

    private static string AppendMember(string json, string key, OneCValue value)
    {
        var end = json.LastIndexOf('}');
        if (end < 0)
            throw new InvalidOperationException($"The answer is not a JSON object, so \"{key}\" cannot be added to it.");
        var start = json[..end].TrimEnd();
        var comma = start.EndsWith('{') ? "" : ",";
        return $"{start}{comma}\n{OneCValue.String(key)}: {value.ToJson()}\n{json[end..]}";
    }

    private static OneCAnswer Packed(OneCAnswer answer, byte[] body) =>
        (answer with { Body = body }).WithHeader("Content-Encoding", "gzip");

    private static byte[] Pack(ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body);
        return packed.ToArray();
    }

    private static Encoding Cyrillic() => CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    private static double CheckShare(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return share;
    }
}
