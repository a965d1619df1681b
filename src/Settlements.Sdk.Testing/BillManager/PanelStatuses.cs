namespace Settlements.Testing.BillManager;

/// <summary>A payment's states with their texts and colours.</summary>
internal static class PanelStatuses
{
    internal const int New = 1;
    internal const int InPayment = 2;
    internal const int Promised = 3;
    internal const int Credited = 4;
    internal const int Fraudulent = 7;
    internal const int Initiated = 8;
    internal const int Cancelled = 9;

    private static readonly Dictionary<int, (string Russian, string Other, string Color)> Known = new()
    {
        [1] = ("Новый", "New", "yellow"),
        [2] = ("Оплачивается", "In payment", "cyan"),
        [3] = ("Обещанный платеж", "Promised", "orange"),
        [4] = ("Зачислен", "Paid", "green"),
        [5] = ("Ожидает возврата", "Awaiting refund", "orange"),
        [6] = ("Возвращен", "Refunded", "gray"),
        [7] = ("Мошеннический", "Fraud", "red"),
        [8] = ("Инициирован", "Initiated", "gray"),
        [9] = ("Отменен", "Cancelled", "red"),
        [100] = ("Удаляется", "Being deleted", "gray"),
    };

    internal static IEnumerable<int> All => Known.Keys;

    internal static string Text(int status, PanelRequest request) => request.Text(Known[status].Russian, Known[status].Other);

    internal static PanelNode Node(int status, PanelRequest request) =>
        PanelNode.Of("status", Text(status, request)).With("color", Known[status].Color).With("orig", PanelFormats.Id(status));
}
