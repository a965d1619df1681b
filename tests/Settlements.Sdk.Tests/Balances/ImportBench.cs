using System.Text;
using NodaTime;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Terms;
using Settlements.Testing;

namespace Settlements.Tests.Balances;

/// <summary>An importer over a store in memory, and files as text.</summary>
internal sealed class ImportBench
{
    public const string A = "0a000000-0000-4000-8000-000000000001";
    public const string B = "0b000000-0000-4000-8000-000000000002";
    public const string C = "0c000000-0000-4000-8000-000000000003";

    public static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 0);

    public ImportBench(BalanceImportOptions? options = null)
    {
        Time = new ManualTimeProvider(Now.ToDateTimeOffset());
        Store = new InMemoryBalanceStore(Time);
        Importer = new BalanceImporter(Store, options, Time, Terms);
    }

    public ManualTimeProvider Time { get; }

    public InMemoryBalanceStore Store { get; }

    public InMemoryPaymentTermsStore Terms { get; } = new();

    public BalanceImporter Importer { get; }

    public List<RejectedRow> Rejected { get; } = [];

    public Instant AsOf { get; set; } = Now - Duration.FromHours(1);

    public static OneCBalanceFile File(string text, BalanceImportPart part = BalanceImportPart.Balances, OneCFileOptions? options = null) =>
        File(Encoding.UTF8.GetBytes(text), part, options);

    public static OneCBalanceFile File(
        byte[] bytes,
        BalanceImportPart part = BalanceImportPart.Balances,
        OneCFileOptions? options = null
    ) => new(new MemoryStream(bytes, writable: false), part, options);

    public Task<BalanceImportReport> ImportAsync(params IBalanceFile[] files) => ImportAsync(request => request, files);

    public Task<BalanceImportReport> ImportAsync(string text) => ImportAsync(File(text));

    public Task<BalanceImportReport> ImportAsync(Func<BalanceImportRequest, BalanceImportRequest> change, params IBalanceFile[] files) =>
        Importer.ImportAsync(
            change(new BalanceImportRequest(AsOf)),
            files,
            (row, _) =>
            {
                Rejected.Add(row);
                return ValueTask.CompletedTask;
            }
        );

    public async Task<CounterpartyBalance?> FindAsync(string counterparty) =>
        (await Store.FindAsync(CounterpartyId.Parse(counterparty), CancellationToken.None))?.Balance;

    public async Task<decimal?> DebtAsync(string counterparty) => (await FindAsync(counterparty))?.Debt?.Amount;

    /// <summary>Everything that is kept, as text that can be compared.</summary>
    public async Task<string> ContentsAsync()
    {
        var text = new StringBuilder();
        foreach (var id in await Store.ListAsync(null, 10_000, CancellationToken.None))
        {
            var stored = (await Store.FindAsync(id, CancellationToken.None))!;
            text.Append(stored.Balance with { Documents = null, Payments = null, Notes = [] })
                .Append(' ')
                .Append(stored.ReadAt)
                .Append(stored.IsCleared);
            text.AppendJoin(',', stored.Balance.Documents ?? []).AppendJoin(',', stored.Balance.Payments ?? []).AppendLine();
        }

        return text.Append(await Store.FindLastImportAsync(CancellationToken.None)).ToString();
    }
}
