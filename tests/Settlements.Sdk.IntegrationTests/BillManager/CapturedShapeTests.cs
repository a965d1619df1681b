using System.Text.Json;
using System.Xml.Linq;
using Settlements.Tests.Conventions;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>The emulated panel answers in the shapes that a real one was seen to answer in: the same elements and attributes, no others.</summary>
public sealed class CapturedShapeTests : IAsyncLifetime
{
    private static readonly Dictionary<string, SortedDictionary<string, string>> Captured = ReadFixture();

    private PanelWire _wire = null!;

    public static TheoryData<string> Kinds => [.. ReadFixture().Keys];

    public async Task InitializeAsync() => _wire = await PanelWire.StartAsync();

    public async Task DisposeAsync() => await _wire.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_the_captured_one(string kind)
    {
        var answered = await AnswerAsync(kind);

        Lines(answered).Except(Lines(Captured[kind]), StringComparer.Ordinal).Should().BeEmpty("these are not in the captured document");
        Lines(Captured[kind]).Except(Lines(answered), StringComparer.Ordinal).Should().BeEmpty("these are in the captured document");
    }

    private static IEnumerable<string> Lines(SortedDictionary<string, string> shape) => shape.Select(p => $"{p.Key} {p.Value}");

    private async Task<SortedDictionary<string, string>> AnswerAsync(string kind)
    {
        switch (kind)
        {
            case "auth":
                return Shape(
                    await _wire.PostAsync(("func", "auth"), ("out", "xml"), ("username", "client"), ("password", "client-password"))
                );
            case "auth refused":
                var refused = await _wire.PostAsync(("func", "auth"), ("out", "xml"), ("username", "client"), ("password", "wrong"));
                return Shape(new XElement("doc", XElement.Parse(refused).Element("error")).ToString());
            case "whoami":
                return Shape(await _wire.AsClientAsync("whoami", "xml"));
            case "payment list":
                await AddPaymentsAsync();
                return Shape(await _wire.AsClientAsync("payment", "devel"));
            case "payment filter form":
                return Shape(await _wire.AsClientAsync("payment.filter", "devel"));
            case "payment method form":
                return Shape(await _wire.AsClientAsync("payment.add.method", "devel"));
            case "payment method submitted":
                return Shape(await SubmitMethodAsync());
            case "payment step that does not apply":
                return Shape(await _wire.AsClientAsync("payment.add.pay", "devel", ("checkonly", "on")));
            case "payment step that is skipped":
                return Shape(await _wire.AsClientAsync("payment.add.info", "devel", ("checkonly", "on")));
            case "payment info":
                await AddPaymentsAsync();
                return Shape(await _wire.AsRootAsync("payment.info", "xml", ("elid", "500001")));
            case "payment set in payment":
                await AddPaymentsAsync();
                return Shape(await _wire.AsRootAsync("payment.setinpay", "xml", ("elid", "500001"), ("externalid", "1"), ("info", "x")));
            case "money check":
                return Shape(await _wire.AsClientAsync("check.money", "xml", ("name", "amount"), ("value", "10"), ("args", "0.01,")));
            case "notifications":
                return Shape(await _wire.AsClientAsync("notify", "devel"));
            default:
                return JsonShape(await AddAsJsonAsync());
        }
    }

    /// <summary>One payment that is new and one that is credited, which shows its date.</summary>
    private async Task AddPaymentsAsync()
    {
        await SubmitMethodAsync();
        var second = _wire.Emulator.Panel.AddPayment(id => _wire.Emulator.Panel.Payments[0] with { Id = id, RandomNumber = "b" });
        await _wire.AsRootAsync("payment.setpaid", "xml", ("elid", second.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private Task<string> SubmitMethodAsync() =>
        _wire.AsClientAsync("payment.add.method", "devel", [.. _wire.Payment, ("snext", "ok"), ("clicked_button", "topaysystem")]);

    private Task<string> AddAsJsonAsync() => _wire.AsClientAsync("payment.add", "json", [.. _wire.Payment, ("sok", "ok")]);

    private static SortedDictionary<string, string> Shape(string xml)
    {
        var shape = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        Walk(XElement.Parse(xml), "");
        return Text(shape);

        void Walk(XElement element, string parent)
        {
            var path = $"{parent}/{element.Name.LocalName}";
            Attributes(shape, path).UnionWith(element.Attributes().Select(a => a.Name.LocalName));
            if (element.Name.LocalName == "tparams")
                return;
            foreach (var child in element.Elements())
                Walk(child, path);
        }
    }

    private static SortedDictionary<string, string> JsonShape(string json)
    {
        var shape = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement.GetProperty("doc"), "/doc");
        return Text(shape);

        void Walk(JsonElement element, string path)
        {
            var attributes = Attributes(shape, path);
            foreach (var property in element.EnumerateObject())
            {
                if (property.Name.Length > 1 && property.Name[0] == '$')
                    attributes.Add(property.Name[1..]);
                else if (property.Name == "tparams")
                    Attributes(shape, path + "/tparams");
                else if (property.Value.ValueKind == JsonValueKind.Array)
                    property.Value.EnumerateArray().ToList().ForEach(item => Walk(item, $"{path}/{property.Name}"));
                else if (property.Value.ValueKind == JsonValueKind.Object)
                    Walk(property.Value, $"{path}/{property.Name}");
            }
        }
    }

    private static SortedSet<string> Attributes(SortedDictionary<string, SortedSet<string>> shape, string path)
    {
        if (!shape.TryGetValue(path, out var attributes))
            shape[path] = attributes = new SortedSet<string>(StringComparer.Ordinal);
        return attributes;
    }

    private static SortedDictionary<string, string> Text(SortedDictionary<string, SortedSet<string>> shape) =>
        new(shape.ToDictionary(p => p.Key, p => string.Join(' ', p.Value), StringComparer.Ordinal), StringComparer.Ordinal);

    private static Dictionary<string, SortedDictionary<string, string>> ReadFixture()
    {
        var kinds = new Dictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        SortedDictionary<string, string>? kind = null;
        foreach (
            var line in File.ReadLines(Repository.Path("tests", "Settlements.Sdk.IntegrationTests", "BillManager", "captured-shapes.txt"))
        )
        {
            if (line.StartsWith('['))
                kinds[line.Trim('[', ']')] = kind = new SortedDictionary<string, string>(StringComparer.Ordinal);
            else if (line.StartsWith('/') && line.Split(' ', 2) is var parts)
                kind![parts[0]] = parts.Length > 1 ? parts[1] : "";
        }
        return kinds;
    }
}
