namespace Settlements.Testing.BillManager;

/// <summary>What the panel puts around every answer: attributes of the root, the echo of the request, and the web interface's baggage.</summary>
internal static class PanelEnvelope
{
    private const string Host = "https://192.0.2.4";
    private const string Features = "0123456789abcdef0123456789abcdef0";

    /// <summary>Outputs that carry descriptions of forms and columns, and messages.</summary>
    private static readonly string[] WithMetadata = ["devel", "xjson"];

    internal static PanelNode Around(PanelRequest request, IReadOnlyList<PanelNode> nodes, IPanelList? list)
    {
        var document = Root(request, list);
        var isForm = PanelMetadata.IsPage(request.Function);
        if (WithMetadata.Contains(request.Output) && (list is not null || isForm))
            document.Add(PanelMetadata.Of(request.Function, list, request["snext"] == "ok")).Add(PanelMetadata.Messages(request.Function));

        var tail = list is null ? nodes : [];
        document.Add(tail).Add(Echo(request)).Add("saved_filters");
        if (list is not null || isForm)
        {
            document
                .Add("links")
                .Add(new PanelNode("addon").Add("body", "<script type=\"text/javascript\">pageInfo.version = '5.389.1';</script>"));
            if (request["checkonly"].Length == 0)
                document.Add(new PanelNode("tips").Add("tip", "help_links"));
        }
        else if (request.Function == "payment.add")
            document.Add(new PanelNode("tips").Add("tip", "help_links"));
        return list is null ? document : document.Add(nodes);
    }

    /// <summary>A document within a document, as the wizard answers a submitted step.</summary>
    internal static PanelNode Inner(PanelRequest request, PanelNode document)
    {
        document.Attributes.AddRange(Root(request, list: null).Attributes.Where(a => a.Key != "stylesheet"));
        return document.Add(Echo(request)).Add("saved_filters").Add("links").Add(new PanelNode("addon").Add("body"));
    }

    private static PanelNode Root(PanelRequest request, IPanelList? list)
    {
        var root = new PanelNode("doc");
        if (request.Function == "payment.info")
            return root.With("features", Features).With("notify", "").With("themename", "dragon").With("theme", "/manimg/dragon/");

        root.With("lang", request.IsRussian ? "ru" : "en")
            .With("func", request.Function)
            .With("binary", "/billmgr")
            .With("host", Host)
            .With("themename", "dragon");
        if (Stylesheet(request) is { } stylesheet)
            root.With("stylesheet", stylesheet);
        root.With("features", Features).With("notify", "0");
        if (list is not null)
            root.With("favorite", "no").With("pin", "no");
        if (request.Function != "check.money")
            root.With("theme", "/manimg/dragon/");
        if (request.Function == "auth")
            root.With("branddir", Host + "/manimg/dragon/");
        if (request.Function == "payment.add")
            root.With("brand", "default").With("branddir", Host + "/manimg/dragon/default/");
        if (list is not null || PanelMetadata.IsPage(request.Function) || request.Function == "payment.add")
            root.With("css", "main.css")
                .With("logolink", "")
                .With("favicon", "favicon-billmgr.ico")
                .With("localdir", "default/")
                .With("logo", "logo-billmgr.svg");
        return root;
    }

    private static string? Stylesheet(PanelRequest request) =>
        request.Function switch
        {
            "auth" => "login",
            "check.money" => "validator",
            "notify" => "notify",
            "payment.add.method" when request["snext"] == "ok" => "extok",
            _ => null,
        };

    /// <summary>Everything that was sent, the session included; the password alone is left out.</summary>
    private static PanelNode Echo(PanelRequest request)
    {
        var echo = new PanelNode("tparams");
        foreach (var (name, value) in request.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (name is not "password" && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                echo.Add(name, value);
        }
        return echo;
    }
}
