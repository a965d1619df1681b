using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Settlements.Linking;

/// <summary>Links users of the shop to counterparties of 1C, automatically and by hand.</summary>
/// <remarks>
/// <para>
/// Automatically, in this order: by the GUID that the user's record carries, by the tax number with its KPP, and, when the caller asks for it, by registering a new
/// counterparty. Only what is certain links; several candidates are reported and never guessed among.
/// </para>
/// <para>
/// What a person did wins: nothing automatic overwrites a link made by hand, nor brings back one that a person took away, until <see cref="ReleaseAsync"/>.
/// </para>
/// <para>Safe for concurrent use; make one for the life of the program.</para>
/// </remarks>
public sealed class CounterpartyLinker
{
    private readonly ICounterpartyLinkStore _links;
    private readonly CounterpartySharing _sharing;
    private readonly CounterpartySearch _search;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes a linker.</summary>
    /// <param name="links">Where links are kept.</param>
    /// <param name="options">Who may share a counterparty, and what is certain enough.</param>
    /// <param name="time">The clock.</param>
    /// <param name="directory">Where counterparties are found and registered; null when users are linked by stored GUIDs and by hand alone.</param>
    /// <param name="logger">The log; null for none.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it, the value's problem and the fix.</exception>
    public CounterpartyLinker(
        ICounterpartyLinkStore links,
        CounterpartyLinkerOptions options,
        TimeProvider time,
        ICounterpartyDirectory? directory = null,
        ILogger<CounterpartyLinker>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (options.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));

        _links = links;
        _sharing = options.Sharing;
        _search = new CounterpartySearch(directory, options);
        _time = time;
        _logger = logger ?? NullLogger<CounterpartyLinker>.Instance;
    }

    /// <summary>The link of a user as it is kept; asks no directory.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null when there is none. A link without a counterparty says that a person took it away.</returns>
    /// <exception cref="ArgumentException"><paramref name="userId"/> is blank.</exception>
    public Task<CounterpartyLink?> FindAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return _links.FindAsync(userId, cancellationToken);
    }

    /// <summary>Links a user automatically.</summary>
    /// <remarks>
    /// A link that is there stands, and the directory is not asked, unless the stored GUID is another one. Call <see cref="ForgetAsync"/> first when the user's tax number
    /// has changed. A registration whose answer was lost may be asked for again: the same key gives the same counterparty.
    /// </remarks>
    /// <param name="user">The user.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="SettlementsException">The directory could not answer; nothing was linked, and any earlier link stands.</exception>
    /// <exception cref="InvalidOperationException">The user can be found only through a directory, and there is none.</exception>
    /// <exception cref="ArgumentException">The registration is of another tax number than the user's.</exception>
    public async Task<LinkingResult> LinkAsync(UserToLink user, CancellationToken cancellationToken = default)
    {
        Check(user);
        var kept = await _links.FindAsync(user.UserId, cancellationToken).ConfigureAwait(false);
        if (kept is not null && (kept.Origin == CounterpartyLinkOrigin.Hand || user.StoredId is null || user.StoredId == kept.Counterparty))
            return Standing(kept);

        var found = await _search.FindAsync(user, cancellationToken).ConfigureAwait(false);
        if (found.IsStoredIdUnknown)
            _logger.StoredIdUnknown(user.UserId, user.StoredId);
        var result = await ConcludeAsync(user.UserId, found, kept, cancellationToken).ConfigureAwait(false);
        return result with { IsStoredIdUnknown = found.IsStoredIdUnknown };
    }

    /// <summary>Links a user by hand, in place of any earlier link.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="counterparty">The counterparty.</param>
    /// <param name="author">Who says so.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>
    /// <see cref="LinkingOutcome.Linked"/>; <see cref="LinkingOutcome.UnknownCounterparty"/> or <see cref="LinkingOutcome.Taken"/>, and then nothing has changed.
    /// </returns>
    /// <exception cref="SettlementsException">The directory could not say whether it knows the counterparty.</exception>
    /// <exception cref="ArgumentException"><paramref name="userId"/> or <paramref name="author"/> is blank.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="counterparty"/> was never assigned.</exception>
    public async Task<LinkingResult> LinkByHandAsync(
        string userId,
        CounterpartyId counterparty,
        string author,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        _ = counterparty.Value;
        var kept = await _links.FindAsync(userId, cancellationToken).ConfigureAwait(false);
        if (!await _search.IsUsableAsync(counterparty, cancellationToken).ConfigureAwait(false))
            return NotLinked(userId, new LinkingResult { Outcome = LinkingOutcome.UnknownCounterparty, Link = kept });

        var link = NewLink(userId, counterparty, CounterpartyLinkOrigin.Hand, author);
        return await SaveAsync(link, counterparty, kept, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says by hand that a user buys for no counterparty; nothing automatic links him again until <see cref="ReleaseAsync"/>.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="author">Who says so.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The link to none that is kept now.</returns>
    /// <exception cref="ArgumentException"><paramref name="userId"/> or <paramref name="author"/> is blank.</exception>
    public async Task<CounterpartyLink> UnlinkByHandAsync(string userId, string author, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var none = NewLink(userId, counterparty: null, CounterpartyLinkOrigin.Hand, author);
        await _links.SaveAsync(none, isShared: true, cancellationToken).ConfigureAwait(false);
        _logger.Unlinked(userId, author);
        return none;
    }

    /// <summary>Takes back what was done by hand, so that the user may be linked automatically again. Forgets an automatic link too.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="author">Who says so; stands in the log.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when there was nothing to take back.</returns>
    /// <exception cref="ArgumentException"><paramref name="userId"/> or <paramref name="author"/> is blank.</exception>
    public async Task<bool> ReleaseAsync(string userId, string author, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var wasThere = await _links.RemoveAsync(userId, alsoByHand: true, cancellationToken).ConfigureAwait(false);
        if (wasThere)
            _logger.Released(userId, author);
        return wasThere;
    }

    /// <summary>Forgets a user's automatic link, as when the tax number that led to it has changed. What was done by hand stays.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when there was none.</returns>
    /// <exception cref="ArgumentException"><paramref name="userId"/> is blank.</exception>
    public Task<bool> ForgetAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return _links.RemoveAsync(userId, alsoByHand: false, cancellationToken);
    }

    private static void Check(UserToLink user)
    {
        ArgumentNullException.ThrowIfNull(user);
        _ = user.StoredId?.Value;
        _ = user.TaxId?.Number;
        if (user.Registration is { } registration && registration.TaxId != user.TaxId)
            throw new ArgumentException("The registration is of another tax number than the user's: give both the same.", nameof(user));
    }

    private static LinkingResult Standing(CounterpartyLink link) =>
        new() { Outcome = link.Counterparty is null ? LinkingOutcome.KeptApart : LinkingOutcome.AlreadyLinked, Link = link };

    private async Task<LinkingResult> ConcludeAsync(
        string userId,
        CounterpartyFinding found,
        CounterpartyLink? kept,
        CancellationToken cancellationToken
    )
    {
        if (found.Counterparty is not { } counterparty)
            return NotLinked(
                userId,
                new LinkingResult
                {
                    Outcome = found.Outcome,
                    Link = kept,
                    Candidates = found.Candidates,
                }
            );
        if (kept is not null && kept.Counterparty == counterparty)
            return Standing(kept);
        var link = NewLink(userId, counterparty, found.Origin, author: null);
        return await SaveAsync(link, counterparty, kept, cancellationToken).ConfigureAwait(false);
    }

    private async Task<LinkingResult> SaveAsync(
        CounterpartyLink link,
        CounterpartyId counterparty,
        CounterpartyLink? kept,
        CancellationToken cancellationToken
    )
    {
        var byHand = link.Origin == CounterpartyLinkOrigin.Hand;
        var isShared = _sharing == CounterpartySharing.Allowed || (byHand && _sharing == CounterpartySharing.ByHand);
        switch (await _links.SaveAsync(link, isShared, cancellationToken).ConfigureAwait(false))
        {
            case CounterpartyLinkOutcome.Saved:
                _logger.Linked(link.UserId, counterparty, link.Origin);
                return new LinkingResult
                {
                    Outcome = LinkingOutcome.Linked,
                    Link = link,
                    OtherUsers = await OthersAsync(link.UserId, counterparty, cancellationToken).ConfigureAwait(false),
                };
            case CounterpartyLinkOutcome.Taken:
                return NotLinked(
                    link.UserId,
                    new LinkingResult
                    {
                        Outcome = LinkingOutcome.Taken,
                        Link = kept,
                        Wanted = counterparty,
                        OtherUsers = await OthersAsync(link.UserId, counterparty, cancellationToken).ConfigureAwait(false),
                    }
                );
            default:
                // A person was faster.
                var now = await _links.FindAsync(link.UserId, cancellationToken).ConfigureAwait(false);
                return now is null ? NotLinked(link.UserId, new LinkingResult { Outcome = LinkingOutcome.KeptApart }) : Standing(now);
        }
    }

    private async Task<IReadOnlyList<string>> OthersAsync(string userId, CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        var links = await _links.ListAsync(counterparty, cancellationToken).ConfigureAwait(false);
        return [.. links.Select(link => link.UserId).Where(other => other != userId)];
    }

    private LinkingResult NotLinked(string userId, LinkingResult result)
    {
        _logger.NotLinked(userId, result.Outcome, result.Candidates.Count);
        return result;
    }

    private CounterpartyLink NewLink(string userId, CounterpartyId? counterparty, CounterpartyLinkOrigin origin, string? author) =>
        new()
        {
            UserId = userId,
            Counterparty = counterparty,
            Origin = origin,
            LinkedAt = Instant.FromDateTimeOffset(_time.GetUtcNow()),
            Author = author,
        };
}
