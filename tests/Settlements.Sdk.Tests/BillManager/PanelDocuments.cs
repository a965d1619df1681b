using System.Text;

namespace Settlements.Tests.BillManager;

/// <summary>Documents of the shape that panels were seen to send; contents are invented.</summary>
internal static class PanelDocuments
{
    internal const string Session = "0123abcd4567ef890123abcd";

    internal static readonly string LoggedIn = Doc(
        "auth",
        $"<auth id=\"{Session}\" level=\"29\">{Session}</auth><tparams><out>xml</out><username>exporter</username><func>auth</func></tparams><saved_filters/>"
    );

    internal static readonly string TwoFactor = Doc("whoami", "<ok type=\"form\">func=totp.confirm</ok><saved_filters/>");

    internal static readonly string Ok = Doc("payment.setpaid", "<ok/><tparams><elid>7</elid></tparams><saved_filters/>");

    internal static readonly string Added = Doc(
        "payment.add.pay",
        "<id saveoutput=\"yes\">77</id><id saveoutput=\"yes\" step=\"payment.add.pay\">77</id>"
            + "<ok type=\"url\">/mancgi/bankpayment?elid=77</ok><payment_id saveoutput=\"yes\">77</payment_id><saved_filters/>"
    );

    internal static readonly string PaymentForm = Doc(
        "payment.edit",
        """
        <slist name="status"><val key="1">Новый</val><val key="4">Зачислен</val></slist>
        <elid>77</elid><number>pfx/77</number><status>4</status><subaccount>5</subaccount><sender>12</sender><recipient>3</recipient>
        <paymethod>1</paymethod><paymethod><id>1</id><name>en</name><terminalpsw>secret-of-the-bank</terminalpsw></paymethod>
        <currency>126</currency><currency><iso>RUB</iso></currency>
        <subaccountamount>1000.50</subaccountamount><paymethodamount>1000.50</paymethodamount>
        <createdate>2026-11-21 10:11:12</createdate><paydate>2026-11-21 10:12:00</paydate>
        <documentnumber>КА-17</documentnumber><documentdate>2026-11-20</documentdate>
        <externalid>6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b</externalid><randomnumber>aB3dE6gH9jK2</randomnumber><description>Оплата по счету 5</description>
        """
    );

    internal static readonly string PayerForm = Doc(
        "profile.edit",
        "<elid>12</elid><profiletype>2</profiletype><name>ООО Ромашка</name><vatnum>7707083893</vatnum><kpp>773601001</kpp><id1c>000123</id1c>"
            + "<maildocs>1</maildocs><maildocs>2</maildocs>"
    );

    internal static string WhoAmI(int level = 29, string name = "exporter") =>
        Doc(
            "whoami",
            $"""
            <user realname="Экспорт" level="{level}" lang="ru" name="{name}" id="4" email="x@example.test" balance="0.00"/>
            <path name="{name}" level="{level}">4</path><mgr version="6.94.1-2024.04.04_09:25" dist="3">billmgr</mgr>
            <version mgr="billmgr"><billmgr type="release">6.94.1</billmgr></version><tparams><auth>{Session}</auth></tparams><saved_filters/>
            """
        );

    internal static string Error(string type, string? about = null, string message = "Отказ", string parameters = "") =>
        Doc(
            "x",
            $"<error type=\"{type}\"{(about is null ? "" : $" object=\"{about}\"")} lang=\"ru\" code=\"1\"><param name=\"object\" type=\"msg\">{about}</param>"
                + $"{parameters}<stack><action level=\"0\" user=\"\">x</action></stack><detail>{message}</detail><msg>{message}</msg></error>"
        );

    /// <summary>One page of a list, with the tail that tells paging.</summary>
    internal static string List(string function, IEnumerable<string> rows, int? total = null, int page = 1, int size = 1000)
    {
        var list = rows.ToList();
        var text = new StringBuilder("<tparams/><saved_filters/><links/><p_sort>id</p_sort><p_order>desc</p_order>");
        foreach (var row in list)
            text.Append("<elem>").Append(row).Append("</elem>");
        text.Append("<p_cnt>")
            .Append(size)
            .Append("</p_cnt><p_num>")
            .Append(page)
            .Append("</p_num><p_elems>")
            .Append(total ?? list.Count)
            .Append("</p_elems>");
        return Doc(function, text.ToString());
    }

    internal static string PaymentRow(int id = 77, int status = 4, string amount = "1000.50 RUB", string created = "2026-11-21") =>
        $"""
            <docflow_pdf_status>2</docflow_pdf_status><store_payment>off</store_payment>
            <paymethodamount_iso>{amount}</paymethodamount_iso><subaccountamount_iso>{amount}</subaccountamount_iso>
            <sender_name>ООО Ромашка</sender_name><paymethod_name nolink="yes">Наличные</paymethod_name><create_date>{created}</create_date>
            <pay_date>2026-11-22</pay_date><real_status>{status}</real_status><status color="green" orig="{status}">Как-нибудь</status>
            <number>pfx/{id}</number><paymethod_module>pmcustom</paymethod_module><id>{id}</id>
            <account_name>Ромашка</account_name><project>Хостинг</project><sender_id>12</sender_id><recipient_id>3</recipient_id><recipient_name>Мы</recipient_name>
            <create_date_l>21 ноября 2026 г.</create_date_l>
            """;

    internal static string Doc(string function, string content) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc lang=\"ru\" func=\"{function}\" binary=\"/billmgr\" host=\"https://192.0.2.4\" features=\"0\" notify=\"0\">{content}</doc>";
}
