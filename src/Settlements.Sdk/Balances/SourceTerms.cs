using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>Keeps terms as a source states them: one version, in force always, under an id made of what they say.</summary>
internal static class SourceTerms
{
    /// <summary>Saves terms unless the store has the same ones.</summary>
    /// <returns>False when it has.</returns>
    internal static async Task<bool> SaveIfChangedAsync(
        this IPaymentTermsStore store,
        PaymentTermsOwner owner,
        PaymentTerms terms,
        CancellationToken cancellationToken
    )
    {
        var kept = await store.FindAsync(owner, cancellationToken).ConfigureAwait(false);
        if (kept is { Versions: [{ From: null, To: null } only] } && only.Terms.Equals(terms))
            return false;
        await store.SaveAsync(owner, PaymentTermsSet.Always(IdOf(terms), terms), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Equal terms have one id, in every process, so that an order keeps one that can be found again.</summary>
    internal static TermsId IdOf(PaymentTerms terms)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"{terms.Roll}");
        foreach (var line in terms.Lines)
            content.Append(
                CultureInfo.InvariantCulture,
                $";{line.Share.Kind} {line.Share.Value.ToString("0.############################", CultureInfo.InvariantCulture)} {line.Share.Currency} {line.BaseDate} {line.Due} {line.NoLaterThanDays} {line.StatedKind}"
            );
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()));
        return new TermsId("source-" + Convert.ToHexStringLower(hash.AsSpan(0, 8)));
    }
}
