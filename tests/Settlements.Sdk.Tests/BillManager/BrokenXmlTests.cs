using System.Text;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

/// <summary>Half an answer is no answer, and no answer at all brings down the reader.</summary>
public sealed class BrokenXmlTests
{
    private const int Seed = 20261121;

    public static TheoryData<string> Kinds => ["list", "payment form", "payer form", "login", "whoami", "added", "ok", "error"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_document_cut_at_any_byte_yields_nothing(string kind)
    {
        var whole = Encoding.UTF8.GetBytes(Document(kind));
        Read(kind, whole).Should().BeNull("the whole document is readable");

        for (var length = 0; length < whole.Length; length++)
            Read(kind, whole[..length]).Should().BeOfType<PanelFormatException>($"{kind} was cut at byte {length} of {whole.Length}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_document_is_read_or_refused_and_nothing_else(string kind)
    {
        var whole = Encoding.UTF8.GetBytes(Document(kind));
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var i = random.Next(1, 4); i > 0; i--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);

            if (Read(kind, damaged) is { } thrown)
                thrown.Should().BeOfType<PanelFormatException>($"seed {Seed}, round {round}");
        }
    }

    private static Exception? Read(string kind, byte[] body) =>
        kind switch
        {
            "list" => Record.Exception(() => Parse(body, PaymentMaps.Payment, isForm: false)),
            "payment form" => Record.Exception(() => Parse(body, PaymentMaps.Form(77), isForm: true)),
            "payer form" => Record.Exception(() => Parse(body, PanelMaps.PayerForm(12), isForm: true)),
            _ => Record.Exception(() => Parse<object>(body, null, isForm: false)),
        };

    private static void Parse<T>(byte[] body, PanelColumns<T>? columns, bool isForm)
    {
        PanelBody.EnsureXml(body);
        PanelDocumentReader<T>.Read(new MemoryStream(body), "x", columns, isForm);
    }

    private static string Document(string kind) =>
        kind switch
        {
            "list" => PanelDocuments.List("payment", Enumerable.Range(1, 3).Select(i => PanelDocuments.PaymentRow(i))),
            "payment form" => PanelDocuments.PaymentForm,
            "payer form" => PanelDocuments.PayerForm,
            "login" => PanelDocuments.LoggedIn,
            "whoami" => PanelDocuments.WhoAmI(),
            "added" => PanelDocuments.Added,
            "ok" => PanelDocuments.Ok,
            _ => PanelDocuments.Error("auth", "badpassword"),
        };
}
