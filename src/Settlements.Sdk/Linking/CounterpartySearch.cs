namespace Settlements.Linking;

/// <summary>Looks for a user's counterparty: by the stored GUID, then by the tax number, then by registering it.</summary>
internal sealed class CounterpartySearch(ICounterpartyDirectory? directory, CounterpartyLinkerOptions options)
{
    private readonly bool _acceptsMissingKpp = options.AcceptMissingKpp;
    private readonly ICounterpartyDirectory? _verifier = options.VerifyIds ? directory : null;

    /// <summary>Whether a GUID may be linked to at all.</summary>
    internal async Task<bool> IsUsableAsync(CounterpartyId id, CancellationToken cancellationToken) =>
        _verifier is null || await LookUpAsync(_verifier, id, cancellationToken).ConfigureAwait(false) is { IsDeleted: false };

    internal async Task<CounterpartyFinding> FindAsync(UserToLink user, CancellationToken cancellationToken)
    {
        if (user.StoredId is not { } stored)
            return await FindByTaxIdAsync(user, LinkingOutcome.NotFound, cancellationToken).ConfigureAwait(false);
        if (_verifier is null)
            return CounterpartyFinding.Of(stored, CounterpartyLinkOrigin.StoredId);
        if (await LookUpAsync(_verifier, stored, cancellationToken).ConfigureAwait(false) is { IsDeleted: false } entry)
            return user.TaxId is { } taxId && TaxIdMatch.Contradicts(taxId, entry)
                ? CounterpartyFinding.None(LinkingOutcome.Contradicted, entry)
                : CounterpartyFinding.Of(stored, CounterpartyLinkOrigin.StoredId);

        // 1C marks a duplicate that was merged for deletion, and its number still leads to the one that stayed. But who was in 1C once is not registered again.
        var withoutRegistration = user with
        {
            Registration = null,
        };
        var found = await FindByTaxIdAsync(withoutRegistration, LinkingOutcome.UnknownCounterparty, cancellationToken)
            .ConfigureAwait(false);
        return found with { IsStoredIdUnknown = true };
    }

    private async Task<CounterpartyFinding> FindByTaxIdAsync(UserToLink user, LinkingOutcome whenNone, CancellationToken cancellationToken)
    {
        IReadOnlyList<DirectoryCounterparty> others = [];
        if (user.TaxId is { } taxId)
        {
            var entries = await Directory().FindByTaxIdAsync(taxId, cancellationToken).ConfigureAwait(false);
            var match = TaxIdMatch.Of(taxId, entries, _acceptsMissingKpp);
            if (match.Found is { } found)
                return CounterpartyFinding.Of(found.Id, CounterpartyLinkOrigin.TaxId);
            if (match.IsUnclear)
                return CounterpartyFinding.None(LinkingOutcome.Ambiguous, match.Candidates);
            others = match.Candidates;
        }

        return user.Registration is { } registration
            ? await RegisterAsync(registration, cancellationToken).ConfigureAwait(false)
            : CounterpartyFinding.None(whenNone, others);
    }

    private async Task<CounterpartyFinding> RegisterAsync(NewCounterparty registration, CancellationToken cancellationToken)
    {
        var made = await Directory().RegisterAsync(registration, cancellationToken).ConfigureAwait(false);
        var isCertain = registration.TaxId is { } taxId ? TaxIdMatch.IsCertain(taxId, made.Counterparty) : !made.Counterparty.IsDeleted;
        return isCertain
            ? CounterpartyFinding.Of(made.Counterparty.Id, CounterpartyLinkOrigin.Registered)
            : CounterpartyFinding.None(LinkingOutcome.Ambiguous, made.Counterparty);
    }

    private ICounterpartyDirectory Directory() =>
        directory
        ?? throw new InvalidOperationException(
            "A user without a stored GUID can be linked only through a directory: register an ICounterpartyDirectory, such as AddOneC(...).AddDirectory()."
        );

    private static async Task<DirectoryCounterparty?> LookUpAsync(
        ICounterpartyDirectory directory,
        CounterpartyId id,
        CancellationToken cancellationToken
    )
    {
        var entry = await directory.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return entry is null || entry.Id == id
            ? entry
            : throw new InvalidOperationException($"The directory was asked for the counterparty {id} and gave {entry.Id}.");
    }
}
