using System.Xml.Linq;

namespace Settlements.Testing.BillManager;

/// <summary>Descriptions of columns and forms, which <c>out=devel</c> carries: real in their element and attribute names, not in their content.</summary>
internal static class PanelMetadata
{
    private const string StepForm = """
        <metadata type="form" mgr="billmgr" selficon="finance" sprite="yes" spritesvg="yes" decorated="yes">
          <form title="name"><buttons><button name="ok" type="ok"/><button name="cancel" type="cancel"/></buttons></form>
        </metadata>
        """;

    private const string MethodForm = """
        <metadata type="form" mgr="billmgr" selficon="finance" sprite="yes" spritesvg="yes" decorated="yes">
          <form title="name" nosubmit="yes" nocancel="yes" nonext="yes" wizard="first">
            <page name="amount_page">
              <field name="amount" fixed="yes">
                <input type="text" checkargs="0.01," check="money" required="yes" setvalues="blocking" name="amount" maxlength="13" mask="9{1,10}[.99]"/>
                <desc name="amount_iso"/>
                <input type="hidden" name="randomnumber"/>
              </field>
            </page>
            <page name="methodlist_page">
              <field name="methodlist" noname="yes">
                <list name="methodlist" key="paymethod">
                  <col name="image" type="img" width="32px" height="32px"/>
                  <col name="amount" type="data" align="right"/>
                </list>
              </field>
            </page>
            <buttons wizard="first"/>
          </form>
        </metadata>
        """;

    /// <summary>The wizard's buttons are gone, and the currency may be chosen.</summary>
    private static readonly string SubmittedMethodForm = MethodForm
        .Replace(" wizard=\"first\"", "", StringComparison.Ordinal)
        .Replace("<desc", "<select name=\"payment_currency\" setvalues=\"blocking\"/><desc", StringComparison.Ordinal);

    private const string FilterForm = """
        <metadata type="form" mgr="billmgr" decorated="yes">
          <form>
            <field name="id"><input type="text" name="id" zoom="5" sqlname="p.id"/></field>
            <field name="sender"><input type="text" name="sender" delimiter=" ~ " sql="customer.name"/></field>
            <field name="createdate">
              <select period="yes" name="createdate" sqlname="p.createdate"><if value="other"/><else hide="createdatestart"/></select>
            </field>
            <field name="createdatestart">
              <input type="text" name="createdatestart" check="date" date="yes" period="yes" mask="9999-99-99" sqlname="p.createdate"/>
            </field>
            <field name="payfromdate">
              <input type="text" name="payfromdate" delimiter=" " check="date" date="yes" sql="paydate" range_name="paydate" range_boundary="left" mask="9999-99-99"/>
            </field>
            <field name="paymethod"><select name="paymethod" sqlname="p.paymethod" type="multiple" sorted="yes"/></field>
            <buttons><button name="ok" type="ok"/><button name="cancel" type="cancel"/></buttons>
          </form>
        </metadata>
        """;

    private const string PaymentToolbar = """
        <toolbar view="buttontext">
          <toolgrp name="new">
            <toolbtn func="payment.add" name="new" img="t-new" type="new" level="user" sprite="yes" spritesvg="yes"/>
            <toolbtn func="payment.add.redirect" name="pay" img="t-edit" type="edit" default="yes" level="user" sprite="yes" spritesvg="yes"/>
            <toolbtn func="payment.delete" name="delete" img="t-delete" type="group" warning="yes" sprite="yes" spritesvg="yes">
              <hide name="status" value="Зачислен" level="user"/>
            </toolbtn>
          </toolgrp>
          <toolgrp name="new_sep" separator="yes"/>
        </toolbar>
        """;

    private static readonly string[] Pages =
    [
        "payment.filter",
        "payment.add.method",
        "payment.add.country",
        "payment.add.profile",
        "payment.add.info",
        "payment.add.pay",
        "notify",
    ];

    /// <summary>Functions that the web interface shows as a page.</summary>
    internal static bool IsPage(string function) => Pages.Contains(function);

    internal static PanelNode Of(string function, IPanelList? list, bool isSubmitted)
    {
        if (list is not null)
            return List(function, list);
        if (function == "notify")
            return new PanelNode("metadata").With("name", function).With("mgr", "billmgr");
        return Node(
                XElement.Parse(
                    function switch
                    {
                        "payment.filter" => FilterForm,
                        "payment.add.method" when isSubmitted => SubmittedMethodForm,
                        "payment.add.method" => MethodForm,
                        _ => StepForm,
                    }
                )
            )
            .With("name", function);
    }

    internal static PanelNode Messages(string function) =>
        new PanelNode("messages").With("name", function).With("checked", "0123456789abcdef");

    private static PanelNode List(string function, IPanelList list)
    {
        var columns = new PanelNode("coldata");
        foreach (var name in list.ColumnNames)
            columns.Add(Column(name));
        return new PanelNode("metadata")
            .With("name", function)
            .With("type", "list")
            .With("key", "id")
            .With("keyname", "number")
            .With("mgr", "billmgr")
            .Add(Node(XElement.Parse(PaymentToolbar)), columns);
    }

    private static PanelNode Column(string name)
    {
        var column = new PanelNode("col").With("name", name).With("type", "data").With("sort", "alpha");
        if (name == "id")
            column.With("sorted", "-1");
        if (name == "paymethod_name")
            column.With("editform", "payment.add.redirect");
        if (name == "subaccountamount_iso")
            column
                .With("stat", "yes")
                .With("total", "0.00 RUB")
                .Add(
                    new PanelNode("xprop")
                        .With("img", "p-info")
                        .With("name", "autogenerated")
                        .With("value", "on")
                        .With("sprite", "yes")
                        .With("spritesvg", "yes")
                );
        return column;
    }

    private static PanelNode Node(XElement element)
    {
        var node = new PanelNode(element.Name.LocalName);
        foreach (var attribute in element.Attributes())
            node.With(attribute.Name.LocalName, attribute.Value);
        return node.Add(element.Elements().Select(Node));
    }
}
