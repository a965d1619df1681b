using System.Globalization;
using System.Text;

namespace Settlements.Testing;

/// <summary>Something that goes wrong with an answer of the emulated 1C server. Immutable; one fault may serve many requests.</summary>
/// <remarks>
/// <para>
/// Some faults take the place of the answer (<see cref="Maintenance"/>): the request then reaches neither the login nor a session of the emulated
/// server. The others change the answer that the server would give (<see cref="Gzip"/>) or the way it is sent (<see cref="Delay(OneCGate)"/>).
/// <see cref="Then"/> joins two into one.
/// </para>
/// <para>
/// Bodies have the shape of what servers were seen to answer. Where only the status is known, the body is the emulator's own guess and says so
/// in the method's remarks.
/// </para>
/// </remarks>
public sealed partial class OneCFault
{
    private readonly Func<OneCRequest, OneCAnswer, OneCAnswer> _change;

    private OneCFault(string name, bool replacesAnswer, Func<OneCRequest, OneCAnswer, OneCAnswer> change)
    {
        Name = name;
        ReplacesAnswer = replacesAnswer;
        _change = change;
    }

    /// <summary>For the request log and for messages of tests.</summary>
    public string Name { get; }

    internal bool ReplacesAnswer { get; }

    /// <summary>A fault of one's own, which changes the answer that the server would give.</summary>
    /// <param name="name">For the request log.</param>
    /// <param name="change">Makes the answer from the request and from the server's own answer. What it throws becomes a 500 that shows the exception.</param>
    public static OneCFault Custom(string name, Func<OneCRequest, OneCAnswer, OneCAnswer> change)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(change);
        return new OneCFault(name, replacesAnswer: false, change);
    }

    /// <summary>Any answer: a status with a body.</summary>
    /// <param name="status">The HTTP status, from 200 to 599.</param>
    /// <param name="body">The body, sent in UTF-8 without a byte order mark; empty by default.</param>
    /// <param name="contentType">The content type; null sends none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not from 200 to 599.</exception>
    public static OneCFault Status(int status, string body = "", string? contentType = null) =>
        Instead("status " + status.ToString(CultureInfo.InvariantCulture), status, contentType, body);

    /// <summary>Both faults, this one first: <c>OneCFault.Delay(gate).Then(OneCFault.Maintenance())</c>.</summary>
    /// <remarks>A fault that takes the place of the answer discards what faults before it made of the answer, but not their delays.</remarks>
    public OneCFault Then(OneCFault next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new OneCFault(
            $"{Name}, then {next.Name}",
            ReplacesAnswer || next.ReplacesAnswer,
            (request, answer) => next._change(request, _change(request, answer))
        );
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    internal OneCAnswer Apply(OneCRequest request, OneCAnswer answer) => _change(request, answer);

    private static OneCFault Instead(
        string name,
        int status,
        string? contentType,
        string body,
        params (string Name, string Value)[] headers
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        return Instead(name, status, contentType, Encoding.UTF8.GetBytes(body), headers);
    }

    private static OneCFault Instead(
        string name,
        int status,
        string? contentType,
        byte[] body,
        params (string Name, string Value)[] headers
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        var answer = new OneCAnswer
        {
            Status = status,
            ContentType = contentType,
            Body = body,
        };
        foreach (var (header, value) in headers)
            answer = answer.WithHeader(header, value);
        return new OneCFault(name, replacesAnswer: true, (_, before) => answer with { Delivery = before.Delivery });
    }

    private static OneCFault ChangeText(string name, Func<OneCRequest, string, string> change) =>
        new(name, replacesAnswer: false, (request, answer) => answer.WithText(change(request, answer.Text)));
}
