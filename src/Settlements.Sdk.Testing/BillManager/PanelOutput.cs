using System.Text;

namespace Settlements.Testing.BillManager;

/// <summary>An answer in the form that the call asked for.</summary>
internal static class PanelOutput
{
    /// <summary>What the web server answers where there is no program.</summary>
    internal static readonly PanelReply NoPage = new(
        404,
        "text/html; charset=UTF-8",
        Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<html><head><title>404</title></head><body></body></html>")
    );

    internal static PanelReply Write(string output, PanelNode document) =>
        output switch
        {
            "xml" or "devel" => new PanelReply(200, "text/xml; charset=UTF-8", XmlAnswer.Write(document)),
            "json" or "sjson" or "xjson" => new PanelReply(200, "application/json; charset=UTF-8", JsonAnswer.Write(document)),
            "bjson" => new PanelReply(200, "application/json; charset=UTF-8", BareJsonAnswer.Write(document)),
            _ => new PanelReply(
                200,
                "text/html; charset=UTF-8",
                Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<html><head><title>BILLmanager</title></head><body></body></html>")
            ),
        };
}
