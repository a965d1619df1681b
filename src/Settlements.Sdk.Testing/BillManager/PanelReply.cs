namespace Settlements.Testing.BillManager;

/// <summary>An HTTP answer.</summary>
internal sealed record PanelReply(int Status, string ContentType, byte[] Body);
