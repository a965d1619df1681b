using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class PaymentTermsStoreTests
{
    private static readonly CounterpartyId Company = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private static readonly CounterpartyId Other = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5c");
    private static readonly ContractId Contract = ContractId.Parse("0a1b2c3d-0000-4000-8000-000000000001");
    private readonly InMemoryPaymentTermsStore _store = new();

    [Fact]
    public async Task Keeps_a_set_under_its_owner_and_under_no_other()
    {
        var set = Always("own");
        await _store.SaveAsync(PaymentTermsOwner.Of(Company), set, default);

        (await _store.FindAsync(PaymentTermsOwner.Of(Company), default)).Should().BeSameAs(set);
        (await _store.FindAsync(PaymentTermsOwner.Of(Company, Contract), default)).Should().BeNull();
        (await _store.FindAsync(PaymentTermsOwner.Of(Other), default)).Should().BeNull();
        (await _store.FindAsync(PaymentTermsOwner.Default, default)).Should().BeNull();
    }

    [Fact]
    public async Task Saving_again_replaces_and_removing_forgets()
    {
        await _store.SaveAsync(PaymentTermsOwner.Default, Always("first"), default);
        await _store.SaveAsync(PaymentTermsOwner.Default, Always("second"), default);
        (await InForce(Company, null)).Should().Be("second");

        (await _store.RemoveAsync(PaymentTermsOwner.Default, default)).Should().BeTrue();
        (await _store.RemoveAsync(PaymentTermsOwner.Default, default)).Should().BeFalse();
        (await InForce(Company, null)).Should().BeNull();
    }

    [Fact]
    public async Task The_contracts_terms_go_before_the_companys_and_those_before_the_default()
    {
        await _store.SaveAsync(PaymentTermsOwner.Default, Always("default"), default);
        (await InForce(Company, Contract)).Should().Be("default");

        await _store.SaveAsync(PaymentTermsOwner.Of(Company), Always("company"), default);
        (await InForce(Company, Contract)).Should().Be("company");
        (await InForce(Other, Contract)).Should().Be("default");

        await _store.SaveAsync(PaymentTermsOwner.Of(Company, Contract), Always("contract"), default);
        (await InForce(Company, Contract)).Should().Be("contract");
        (await InForce(Company, null)).Should().Be("company");
        (await InForce(Other, Contract)).Should().Be("default", "a contract belongs to its company");
    }

    [Fact]
    public async Task A_gap_in_the_own_terms_is_not_filled_with_others()
    {
        await _store.SaveAsync(PaymentTermsOwner.Default, Always("default"), default);
        var ended = new PaymentTermsVersion(new TermsId("ended"), PaymentTerms.Prepay()) { To = Day("2026-01-31") };
        await _store.SaveAsync(PaymentTermsOwner.Of(Company, Contract), PaymentTermsSet.Of(ended), default);

        (await InForce(Company, Contract)).Should().BeNull();
        (await InForce(Company, null)).Should().Be("default");
    }

    [Fact]
    public async Task Many_threads_may_save_and_find_at_once()
    {
        var owners = Enumerable
            .Range(1, 200)
            .Select(i => PaymentTermsOwner.Of(new CounterpartyId(new Guid(i, 0, 0, new byte[8]))))
            .ToArray();

        await Parallel.ForEachAsync(
            owners,
            async (owner, cancel) =>
            {
                await _store.SaveAsync(owner, Always(owner.Counterparty.ToString()!), cancel);
                _ = await _store.FindAsync(owners[0], cancel);
            }
        );

        foreach (var owner in owners)
            (await _store.FindAsync(owner, default))!.Versions[0].Id.Value.Should().Be(owner.Counterparty.ToString());
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await FluentActions
            .Invoking(() => _store.FindAsync(PaymentTermsOwner.Default, cancelled))
            .Should()
            .ThrowAsync<OperationCanceledException>();
        await FluentActions
            .Invoking(() => _store.RemoveAsync(PaymentTermsOwner.Default, cancelled))
            .Should()
            .ThrowAsync<OperationCanceledException>();
        await FluentActions
            .Invoking(() => _store.SaveAsync(PaymentTermsOwner.Default, Always("a"), cancelled))
            .Should()
            .ThrowAsync<OperationCanceledException>();
        (await _store.FindAsync(PaymentTermsOwner.Default, default)).Should().BeNull();
    }

    [Fact]
    public async Task Nulls_and_unassigned_ids_are_defects_of_the_program()
    {
        await FluentActions.Invoking(() => _store.FindAsync(null!, default)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Invoking(() => _store.RemoveAsync(null!, default)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Invoking(() => _store.SaveAsync(null!, Always("a"), default)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions
            .Invoking(() => _store.SaveAsync(PaymentTermsOwner.Default, null!, default))
            .Should()
            .ThrowAsync<ArgumentNullException>();
        await FluentActions
            .Invoking(() => ((IPaymentTermsStore)null!).FindInForceAsync(Company, null, Day("2026-01-01"), default))
            .Should()
            .ThrowAsync<ArgumentNullException>();
        FluentActions.Invoking(() => PaymentTermsOwner.Of(default)).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => PaymentTermsOwner.Of(Company, default(ContractId))).Should().Throw<InvalidOperationException>();
    }

    private static PaymentTermsSet Always(string id) => PaymentTermsSet.Always(new TermsId(id), PaymentTerms.Prepay());

    private async Task<string?> InForce(CounterpartyId company, ContractId? contract) =>
        (await _store.FindInForceAsync(company, contract, Day("2026-11-21"), default))?.Id.Value;
}
