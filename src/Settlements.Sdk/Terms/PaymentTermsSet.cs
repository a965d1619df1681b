using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Settlements.Terms;

/// <summary>The terms of a company or a contract over time: at most one version is in force on any day.</summary>
/// <remarks>
/// <para>Both ends of a period are included: terms to 20 November and terms from 21 November follow each other without a gap and without an overlap.</para>
/// <para>
/// An id may come back with another period as long as it names equal terms; an order that keeps the id can then always be told its terms.
/// </para>
/// </remarks>
public sealed partial class PaymentTermsSet
{
    private readonly PaymentTermsVersion[] _versions;

    private PaymentTermsSet(PaymentTermsVersion[] versions)
    {
        _versions = versions;
        Versions = new ReadOnlyCollection<PaymentTermsVersion>(versions);
    }

    /// <summary>The versions by their first day.</summary>
    public IReadOnlyList<PaymentTermsVersion> Versions { get; }

    /// <summary>One version, in force always.</summary>
    public static PaymentTermsSet Always(TermsId id, PaymentTerms terms) => Of(new PaymentTermsVersion(id, terms));

    /// <summary>A set of versions in any order; may be empty.</summary>
    /// <exception cref="PaymentTermsException">A period ends before it begins, two periods overlap, or one id names two different terms; the message names the versions.</exception>
    /// <exception cref="ArgumentNullException">A version, or its terms, is null.</exception>
    public static PaymentTermsSet Of(params IEnumerable<PaymentTermsVersion> versions) =>
        TryCreate(versions, out var set, out var problem) ? set : throw problem.ToException();

    /// <summary>A set of versions in any order, or what is wrong with them.</summary>
    /// <param name="versions">The versions; may be none.</param>
    /// <param name="set">The set, or null.</param>
    /// <param name="problem">The first problem found, or null.</param>
    /// <exception cref="ArgumentNullException">A version, or its terms, is null.</exception>
    public static bool TryCreate(
        IEnumerable<PaymentTermsVersion> versions,
        [NotNullWhen(true)] out PaymentTermsSet? set,
        [NotNullWhen(false)] out PaymentTermsProblem? problem
    )
    {
        ArgumentNullException.ThrowIfNull(versions);
        var copy = versions.ToArray();
        foreach (var version in copy)
        {
            ArgumentNullException.ThrowIfNull(version, nameof(versions));
            ArgumentNullException.ThrowIfNull(version.Terms, nameof(versions));
            _ = version.Id.Value;
        }
        var ordered = copy.OrderBy(static version => version.From ?? LocalDate.MinIsoValue).ToArray();
        problem = CheckPeriods(ordered) ?? CheckIds(ordered);
        set = problem is null ? new PaymentTermsSet(ordered) : null;
        return problem is null;
    }

    /// <summary>The version in force on a day; null when there is none.</summary>
    /// <param name="date">The business date, in the ISO calendar.</param>
    public PaymentTermsVersion? At(LocalDate date) => Array.Find(_versions, version => version.IsInForce(date));

    /// <summary>The terms that an order was made under, by the id kept with it; null when the set has no such id.</summary>
    public PaymentTerms? Find(TermsId id) => Array.Find(_versions, version => version.Id == id)?.Terms;

    /// <summary>The days between two versions on which none is in force, in order; empty when they follow each other without a gap.</summary>
    /// <remarks>The time before the first version and after the last is no gap.</remarks>
    public IReadOnlyList<DateInterval> Gaps()
    {
        var gaps = new List<DateInterval>();
        for (var i = 1; i < _versions.Length; i++)
        {
            // Versions do not overlap, so the earlier one has an end and the later one a beginning.
            var start = _versions[i - 1].To!.Value.PlusDays(1);
            var next = _versions[i].From!.Value;
            if (start < next)
                gaps.Add(new DateInterval(start, next.PlusDays(-1)));
        }
        return gaps;
    }

    private static PaymentTermsProblem? CheckPeriods(PaymentTermsVersion[] ordered)
    {
        foreach (var version in ordered)
        {
            if (version.From > version.To)
                return PaymentTermsProblems.PeriodBackwards(version);
        }
        for (var i = 1; i < ordered.Length; i++)
        {
            var (earlier, later) = (ordered[i - 1], ordered[i]);
            if (earlier.To is not { } end || later.From is not { } start || start <= end)
                return PaymentTermsProblems.PeriodsOverlap(earlier, later);
        }
        return null;
    }

    private static PaymentTermsProblem? CheckIds(PaymentTermsVersion[] ordered)
    {
        var terms = new Dictionary<TermsId, PaymentTerms>();
        foreach (var version in ordered)
        {
            if (!terms.TryAdd(version.Id, version.Terms) && !terms[version.Id].Equals(version.Terms))
                return PaymentTermsProblems.IdOfOtherTerms(version.Id);
        }
        return null;
    }
}
