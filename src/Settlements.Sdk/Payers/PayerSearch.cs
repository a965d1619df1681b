namespace Settlements.Payers;

/// <summary>One search among the payers of a client; it keeps what there is to remark until the end.</summary>
internal sealed class PayerSearch(PayerQuery query, IReadOnlyList<Payer> payers, OnAmbiguousPayer onAmbiguous)
{
    private List<PayerNote>? _notes;

    internal PayerResolution Run()
    {
        var last = Last(payers, out var tied);
        if (last is null)
            return new PayerResolution { Reason = NoPayerReason.NoActivePayer };

        var byTin = query.Kind == CounterpartyKind.Person ? [] : ByTin();
        if (byTin.Count > 0)
            return Settle(byTin, PayerMatch.Tin);

        var byCode = ByCode(payers);
        if (byCode.Count > 0)
            return Settle(byCode, PayerMatch.AccountingCode);

        return Take(last, PayerMatch.LastActive, tied, candidates: []);
    }

    private PayerResolution Settle(List<Payer> found, PayerMatch match)
    {
        if (found.Count == 1)
            return Take(found[0], match, tied: false, candidates: []);

        if (onAmbiguous == OnAmbiguousPayer.TakeLast)
        {
            Note(PayerNote.LastOfSeveralTaken);
            return Take(Last(found, out var tied)!, match, tied, found);
        }

        return new PayerResolution
        {
            MatchedBy = match,
            Reason = NoPayerReason.Ambiguous,
            Candidates = found,
            Notes = _notes ?? [],
        };
    }

    private PayerResolution Take(Payer payer, PayerMatch match, bool tied, IReadOnlyList<Payer> candidates)
    {
        if (tied)
            Note(PayerNote.TieResolvedById);
        if (match != PayerMatch.Tin && query.Kind != CounterpartyKind.Person)
        {
            if (new TinMatcher(query.Tin).Contradicts(payer.Tin))
                Note(PayerNote.TinDiffers);
        }

        return new PayerResolution
        {
            Payer = payer,
            MatchedBy = match,
            Candidates = candidates,
            Notes = _notes ?? [],
        };
    }

    private List<Payer> ByTin()
    {
        var matcher = new TinMatcher(query.Tin);
        List<Payer> equalKpp = [];
        List<Payer> noKpp = [];
        var otherKpp = false;
        for (var i = 0; matcher.CanMatch && i < payers.Count; i++)
        {
            if (!payers[i].IsActive || !matcher.Matches(payers[i].Tin, out _))
                continue;
            if (IsBlank(query.Kpp) || IsBlank(payers[i].Kpp))
                noKpp.Add(payers[i]);
            else if (AreEqual(query.Kpp, payers[i].Kpp))
                equalKpp.Add(payers[i]);
            else
                otherKpp = true;
        }

        var found = equalKpp.Count > 0 ? equalKpp : noKpp;
        if (found.Count == 0 && otherKpp)
            Note(PayerNote.KppDiffers);

        var decided = found.Count > 1 ? ByCode(found) : [];
        if (decided.Count == 1)
            Note(PayerNote.DecidedByAccountingCode);
        found = decided.Count > 0 ? decided : found;
        NoteRestored(found);
        return found;
    }

    private void NoteRestored(List<Payer> found)
    {
        var matcher = new TinMatcher(query.Tin);
        foreach (var payer in found)
        {
            if (!matcher.Matches(payer.Tin, out var restored) || !restored)
                continue;
            Note(PayerNote.LeadingZeroRestored);
            return;
        }
    }

    private List<Payer> ByCode(IReadOnlyList<Payer> among)
    {
        List<Payer> found = [];
        for (var i = 0; !IsBlank(query.AccountingCode) && i < among.Count; i++)
        {
            if (among[i].IsActive && AreEqual(query.AccountingCode, among[i].AccountingCode))
                found.Add(among[i]);
        }

        return found;
    }

    private static Payer? Last(IReadOnlyList<Payer> among, out bool tied)
    {
        Payer? last = null;
        tied = false;
        for (var i = 0; i < among.Count; i++)
        {
            var payer = among[i];
            if (!payer.IsActive)
                continue;
            var byOrder = last is null ? 1 : payer.CreationOrder.CompareTo(last.CreationOrder);
            tied = byOrder == 0 || (tied && byOrder < 0);
            if (byOrder > 0 || (byOrder == 0 && PayerIds.Compare(payer.Id, last!.Id) > 0))
                last = payer;
        }

        return last;
    }

    private void Note(PayerNote note) => (_notes ??= []).Add(note);

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool AreEqual(string? left, string? right) => left.AsSpan().Trim().SequenceEqual(right.AsSpan().Trim());
}
