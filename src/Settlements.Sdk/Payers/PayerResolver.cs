using System.Globalization;

namespace Settlements.Payers;

/// <summary>Finds the payer whom a document of the accounting system belongs to, among the payers of one client.</summary>
/// <remarks>
/// <para>Only active payers are looked at. Accounting codes and KPPs compare exactly, after trimming spaces; zeros count.</para>
/// <para>A person is found by accounting code; else it is the client's last active payer.</para>
/// <para>
/// A company or a sole proprietor is found by tax number. When both sides have a KPP, a payer with an equal one is taken and one with a different
/// one is not; an equal KPP goes before a missing one. Among several that are left the accounting code decides. Without a match by tax number it is
/// found by accounting code; else it is the last active payer.
/// </para>
/// <para>
/// Several that fit equally well are ambiguous: <see cref="OnAmbiguousPayer"/> says whether nobody is taken or the last. Last is the highest
/// <see cref="Payer.CreationOrder"/>, then the highest <see cref="Payer.Id"/>: numbers as numbers, anything else by character code and above them.
/// </para>
/// </remarks>
public static class PayerResolver
{
    /// <summary>Finds the payer.</summary>
    /// <param name="query">Whom the document names.</param>
    /// <param name="payers">All payers of the client, in any order.</param>
    /// <param name="onAmbiguous">What to do when several fit equally well.</param>
    /// <exception cref="ArgumentException">There is a null among <paramref name="payers"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind of the counterparty, or <paramref name="onAmbiguous"/>, is none of the known ones.</exception>
    public static PayerResolution Resolve(
        PayerQuery query,
        IReadOnlyList<Payer> payers,
        OnAmbiguousPayer onAmbiguous = OnAmbiguousPayer.Wait
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(payers);
        if (query.Kind is not (CounterpartyKind.Person or CounterpartyKind.Company or CounterpartyKind.Entrepreneur))
            throw new ArgumentOutOfRangeException(nameof(query), query.Kind, "A counterparty is a person, a company or an entrepreneur.");
        if (onAmbiguous is not (OnAmbiguousPayer.Wait or OnAmbiguousPayer.TakeLast))
            throw new ArgumentOutOfRangeException(nameof(onAmbiguous), onAmbiguous, "Several payers either wait or give the last.");

        for (var i = 0; i < payers.Count; i++)
        {
            if (payers[i] is null)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"payers[{i}] is null."), nameof(payers));
        }

        return new PayerSearch(query, payers, onAmbiguous).Run();
    }
}
