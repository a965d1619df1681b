using Settlements.Linking;
using Settlements.OneC;

namespace Settlements.Tests.Linking;

/// <summary>A directory that says what a test put into it, and counts what it was asked.</summary>
internal sealed class ScriptedDirectory(params IEnumerable<DirectoryCounterparty> entries) : ICounterpartyDirectory
{
    internal List<DirectoryCounterparty> Entries { get; } = [.. entries];

    internal List<string> Asked { get; } = [];

    internal Func<NewCounterparty, CounterpartyRegistration>? OnRegister { get; init; }

    internal OneCException? Failure { get; set; }

    public Task<IReadOnlyList<DirectoryCounterparty>> FindByTaxIdAsync(TaxId taxId, CancellationToken cancellationToken)
    {
        Ask("search");
        return Task.FromResult<IReadOnlyList<DirectoryCounterparty>>([.. Entries]);
    }

    public Task<DirectoryCounterparty?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        Ask("find");
        return Task.FromResult(Entries.Find(entry => entry.Id == counterparty));
    }

    public Task<CounterpartyRegistration> RegisterAsync(NewCounterparty counterparty, CancellationToken cancellationToken)
    {
        Ask("register");
        return Task.FromResult(OnRegister!(counterparty));
    }

    private void Ask(string what)
    {
        Asked.Add(what);
        if (Failure is not null)
            throw Failure;
    }
}
