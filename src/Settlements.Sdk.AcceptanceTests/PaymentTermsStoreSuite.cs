using NodaTime;
using Settlements.Terms;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="IPaymentTermsStore"/> does, whatever keeps it.</summary>
public abstract class PaymentTermsStoreSuite : StoreSuite<IPaymentTermsStore>
{
    private static readonly CounterpartyId Company = new(ExamplePayments.IdOf(1));
    private static readonly ContractId Contract = new(ExamplePayments.IdOf(1));
    private static readonly PaymentTermsOwner Owner = PaymentTermsOwner.Of(Company);

    private static readonly PaymentTermsOwner[] Owners =
    [
        PaymentTermsOwner.Default,
        Owner,
        PaymentTermsOwner.Of(Company, Contract),
        PaymentTermsOwner.Of(Company, new ContractId(ExamplePayments.IdOf(2))),
        PaymentTermsOwner.Of(new CounterpartyId(ExamplePayments.IdOf(2))),
        PaymentTermsOwner.Of(new CounterpartyId(ExamplePayments.IdOf(2)), Contract),
    ];

    [Fact]
    public async Task Knows_nobody_at_first()
    {
        foreach (var owner in Owners)
        {
            Promise.Equal(null, await Store.FindAsync(owner, None), "FindAsync gives null where no set was kept");
            Promise.Equal(false, await Store.RemoveAsync(owner, None), "RemoveAsync gives false where there was no set");
        }
    }

    [Fact]
    public async Task Keeps_the_sets_of_owners_apart_and_falls_back_to_nobody()
    {
        for (var i = 0; i < Owners.Length; i++)
        {
            Promise.Equal(null, await Store.FindAsync(Owners[i], None), $"the set of {Owners[i]} is nobody else's");
            await Store.SaveAsync(Owners[i], Days(i + 1), None);
        }

        for (var i = 0; i < Owners.Length; i++)
            await ExpectAsync(Owners[i], Days(i + 1), $"the set of {Owners[i]} is found under exactly this owner");
    }

    [Fact]
    public async Task Keeps_the_last_set_that_was_saved()
    {
        await Store.SaveAsync(Owner, PaymentTermsSet.Of(Version("a", To: 10), Version("b", From: 11)), None);
        await Store.SaveAsync(Owner, Days(3), None);

        await ExpectAsync(Owner, Days(3), "a set takes the place of the one before, with every version of it");
    }

    [Fact]
    public async Task Tells_an_empty_set_from_none()
    {
        await Store.SaveAsync(Owner, PaymentTermsSet.Of(), None);

        await ExpectAsync(Owner, PaymentTermsSet.Of(), "a set without versions is kept: it says that no terms are in force");
    }

    [Fact]
    public async Task Forgets_a_set_once()
    {
        await Store.SaveAsync(Owners[1], Days(1), None);
        await Store.SaveAsync(Owners[2], Days(2), None);

        Promise.Equal(true, await Store.RemoveAsync(Owners[1], None), "RemoveAsync gives true where there was a set");
        Promise.Equal(false, await Store.RemoveAsync(Owners[1], None), "RemoveAsync gives false the second time");

        Promise.Equal(null, await Store.FindAsync(Owners[1], None), "a removed set is not found");
        await ExpectAsync(Owners[2], Days(2), "removing a company's set leaves those of its contracts");
    }

    [Fact]
    public async Task Gives_back_every_kind_of_terms()
    {
        foreach (var terms in ExampleTerms.All)
        {
            var set = PaymentTermsSet.Always(new TermsId("t"), terms);
            await Store.SaveAsync(Owner, set, None);
            await ExpectAsync(Owner, set, $"terms come back as they were given ({terms})");
        }
    }

    [Fact]
    public async Task Gives_back_versions_to_the_day_and_the_letter()
    {
        var set = PaymentTermsSet.Of(
            new PaymentTermsVersion(new TermsId("№ 1/«ё» 'a'; \"b\" 🎄"), PaymentTerms.Prepay())
            {
                From = new LocalDate(1, 1, 1),
                To = new LocalDate(2026, 11, 20),
            },
            Version("A-1", From: 21, To: 21),
            Version("a-1", From: 22, To: 22),
            new PaymentTermsVersion(new TermsId("last"), PaymentTerms.Deferred(30))
            {
                From = new LocalDate(2026, 12, 31),
                To = new LocalDate(9999, 12, 31),
            }
        );

        await Store.SaveAsync(Owner, set, None);

        await ExpectAsync(Owner, set, "periods come back to the day, identifiers to the letter");
    }

    [Fact]
    public async Task Gives_back_a_period_without_an_end_or_a_beginning()
    {
        foreach (var version in (PaymentTermsVersion[])[Version("a"), Version("a", From: 1), Version("a", To: 1)])
        {
            await Store.SaveAsync(Owner, PaymentTermsSet.Of(version), None);
            await ExpectAsync(Owner, PaymentTermsSet.Of(version), "an end that is open stays open");
        }
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        await Store.SaveAsync(Owner, Days(7), None);

        var seen = await (await OpenAgainAsync(Clock)).FindAsync(Owner, None);

        Promise.Equal(Days(7).Versions, seen?.Versions, "another instance over the same data finds what the first one keeps");
    }

    [Fact]
    public async Task Lets_one_of_many_forget_a_set()
    {
        await Store.SaveAsync(Owner, Days(1), None);

        var forgotten = await AtOneMomentAsync(40, (store, _) => store.RemoveAsync(Owner, None));

        Promise.Equal(1, forgotten.Count(once => once), "of many who remove a set at one moment one is told that it did");
    }

    [Fact]
    public async Task Keeps_one_whole_set_of_many_who_save_at_one_moment()
    {
        var sets = await AtOneMomentAsync(
            40,
            async (store, number) =>
            {
                await store.SaveAsync(Owner, Two(number), None);
                return await store.FindAsync(Owner, None);
            }
        );

        foreach (var set in sets.Append(await Store.FindAsync(Owner, None)))
            Promise.Kept(
                set is { Versions.Count: 2 } && set.Versions[0].Terms.Equals(set.Versions[1].Terms),
                "a set that is found was saved as a whole",
                set?.Versions
            );
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_begins()
    {
        await Promise.ThrowsAsync<OperationCanceledException>(
            () => Store.SaveAsync(Owner, Days(1), new CancellationToken(canceled: true)),
            "a call whose token is cancelled throws OperationCanceledException"
        );

        Promise.Equal(null, await Store.FindAsync(Owner, None), "a cancelled call changes nothing");
    }

    private static PaymentTermsSet Days(int days) => PaymentTermsSet.Always(new TermsId($"{days} days"), PaymentTerms.Deferred(days));

    private static PaymentTermsSet Two(int number) =>
        PaymentTermsSet.Of(
            new PaymentTermsVersion(new TermsId("a"), PaymentTerms.Deferred(number + 1)) { To = new LocalDate(2026, 11, 20) },
            new PaymentTermsVersion(new TermsId("b"), PaymentTerms.Deferred(number + 1)) { From = new LocalDate(2026, 11, 21) }
        );

    private static PaymentTermsVersion Version(string id, int? From = null, int? To = null) =>
        new(new TermsId(id), PaymentTerms.Prepay())
        {
            From = From is { } first ? new LocalDate(2026, 11, first) : null,
            To = To is { } last ? new LocalDate(2026, 11, last) : null,
        };

    private async Task ExpectAsync(PaymentTermsOwner owner, PaymentTermsSet expected, string promise) =>
        Promise.Equal(expected.Versions, (await Store.FindAsync(owner, None))?.Versions, promise);
}
