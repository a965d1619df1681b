using System.Globalization;
using System.Text;
using Settlements.Testing.BillManager;

namespace Settlements.Testing;

/// <summary>Something that goes wrong with a call to the emulated panel. Immutable; one fault may serve many calls.</summary>
/// <remarks>
/// What matters most about each is whether the panel has executed the call before it went wrong: names say <c>Before</c> when it has not, and <c>After</c>
/// when it has, its effect standing.
/// </remarks>
public sealed class BillManagerFault
{
    private BillManagerFault(string name) => Name = name;

    /// <summary>For the call log and for messages of tests.</summary>
    public string Name { get; }

    /// <summary>Whether the panel executes the call.</summary>
    public bool Executes { get; private init; } = true;

    internal Action<BillManagerEmulator>? First { get; private init; }

    internal Func<PanelRequest, PanelNode>? Instead { get; private init; }

    internal Func<PanelNode, PanelNode>? Change { get; private init; }

    internal PanelReply? Reply { get; private init; }

    internal PanelDelivery Delivery { get; private init; }

    internal Func<TimeProvider, CancellationToken, Task>? Wait { get; private init; }

    /// <summary>Executed, and then no byte ever comes: the caller's time-out has to end it.</summary>
    public static BillManagerFault SilenceAfter() => new("silence after") { Delivery = PanelDelivery.Silence };

    /// <summary>Not executed, and no byte ever comes.</summary>
    public static BillManagerFault SilenceBefore() => new("silence before") { Executes = false, Delivery = PanelDelivery.Silence };

    /// <summary>Executed, and then the connection is reset (TCP RST) without an answer.</summary>
    public static BillManagerFault ResetAfter() => new("reset after") { Delivery = PanelDelivery.Reset };

    /// <summary>Not executed: the connection is reset as the call comes in.</summary>
    public static BillManagerFault ResetBefore() => new("reset before") { Executes = false, Delivery = PanelDelivery.Reset };

    /// <summary>Executed, and the connection is closed in the middle of the answer.</summary>
    public static BillManagerFault CutShortAfter() => new("cut short after") { Delivery = PanelDelivery.CutShort };

    /// <summary>A status of a proxy with an HTML page.</summary>
    /// <param name="status">From 300 to 599.</param>
    /// <param name="executes">Whether the panel behind the proxy has executed the call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of range.</exception>
    public static BillManagerFault HttpStatus(int status, bool executes = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        var name = status.ToString(CultureInfo.InvariantCulture) + (executes ? " after" : " before");
        return new(name) { Executes = executes, Reply = Html(status, "<h1>" + name + "</h1>") };
    }

    /// <summary>Not executed: a page for a browser with status 200, as a firewall or a captcha service shows it.</summary>
    public static BillManagerFault HtmlPage() => new("HTML page") { Executes = false, Reply = Html(200, "<h1>Checking your browser</h1>") };

    /// <summary>Executed, but the answer is a page for a browser with status 200.</summary>
    public static BillManagerFault HtmlPageAfter() => new("HTML page after") { Reply = Html(200, "<h1>Session check</h1>") };

    /// <summary>Not executed: all sessions are gone, as after a restart of the panel; the call gets error type <c>auth</c>.</summary>
    public static BillManagerFault SessionLost() => new("session lost") { First = emulator => emulator.EndSessions() };

    /// <summary>Not executed: the answer that a session waiting for its second factor gets.</summary>
    public static BillManagerFault TwoFactorPending() =>
        new("two-factor pending")
        {
            Executes = false,
            Instead = request => PanelEnvelope.Around(request, [PanelProgram.TwoFactorForm()], list: null),
        };

    /// <summary>Not executed: the login asks for a captcha.</summary>
    public static BillManagerFault Captcha() => PanelError("captcha_verification_failed", null, "Проверка капчи не пройдена");

    /// <summary>Not executed: an error of the panel.</summary>
    /// <param name="type">Such as <c>value</c>.</param>
    /// <param name="about">Such as the name of a field; null for none.</param>
    /// <param name="message">For people.</param>
    public static BillManagerFault PanelError(string type, string? about, string message) =>
        new("error " + type)
        {
            Executes = false,
            Instead = request => PanelEnvelope.Around(request, [new PanelRefusal(type, about, message).ToNode(request)], list: null),
        };

    /// <summary>Executed, and yet answered with an error of a late step.</summary>
    /// <param name="type">The error's type.</param>
    public static BillManagerFault PanelErrorAfter(string type) =>
        new("error after " + type)
        {
            Change = document => new PanelNode("doc").Add(new PanelNode("error").With("type", type).Add("msg", "Ошибка на последнем шаге")),
        };

    /// <summary>Not executed: the form is shown again, with neither <c>ok</c> nor an error.</summary>
    public static BillManagerFault FormShownAgain() =>
        new("form shown again")
        {
            Executes = false,
            Instead = request => PanelEnvelope.Around(request, [PanelNode.Of("elid", request["elid"])], list: null),
        };

    /// <summary>The answer is made at once and held back for a time on the emulator's clock.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public static BillManagerFault Slow(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return new("slow") { Wait = (timeProvider, cancellationToken) => Task.Delay(time, timeProvider, cancellationToken) };
    }

    /// <summary>The answer is made at once and held back until a task of the test ends.</summary>
    public static BillManagerFault Hold(Task until)
    {
        ArgumentNullException.ThrowIfNull(until);
        return new("held") { Wait = (_, cancellationToken) => until.WaitAsync(cancellationToken) };
    }

    /// <summary>Something happens in the panel just before the call is executed: a person adds a payment, a filter is saved.</summary>
    public static BillManagerFault Meanwhile(Action<BillManagerEmulator> what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return new("meanwhile") { First = what };
    }

    /// <summary>Rows, or a form, come without these columns.</summary>
    public static BillManagerFault WithoutColumns(params string[] names) =>
        new("without columns") { Change = document => Edit(document, holder => holder.Children.RemoveAll(c => names.Contains(c.Name))) };

    /// <summary>A column of each row, or a field of a form, comes twice.</summary>
    /// <param name="name">Which.</param>
    /// <param name="value">What the second one says; null for the same as the first.</param>
    public static BillManagerFault DuplicateColumn(string name, string? value = null) =>
        new("duplicate column")
        {
            Change = document =>
                Edit(
                    document,
                    holder =>
                    {
                        if (holder.Child(name) is not { } first)
                            return;
                        var second = PanelNode.Of(name, value ?? first.Text);
                        second.Attributes.AddRange(first.Attributes);
                        holder.Add(second);
                    }
                ),
        };

    /// <summary>A column of each row, or a field of a form, says something else.</summary>
    public static BillManagerFault OtherValue(string name, string value) =>
        new("other value")
        {
            Change = document =>
                Edit(
                    document,
                    holder =>
                    {
                        if (holder.Child(name) is { } column)
                            column.Text = value;
                    }
                ),
        };

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static PanelNode Edit(PanelNode document, Action<PanelNode> edit)
    {
        edit(document);
        foreach (var row in document.Children.Where(c => c.Name == "elem"))
            edit(row);
        return document;
    }

    private static PanelReply Html(int status, string content) =>
        new(
            status,
            "text/html; charset=utf-8",
            Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html><head><title>-</title></head><body>{content}</body></html>")
        );
}
