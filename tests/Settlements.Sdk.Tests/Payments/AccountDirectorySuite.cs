using NodaTime;
using Settlements.Payments;

namespace Settlements.Tests.Payments;

/// <summary>What every <see cref="IAccountDirectory"/> does, whatever keeps it.</summary>
public abstract class AccountDirectorySuite : IDisposable
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 3, 0);
    private static readonly CancellationToken None = CancellationToken.None;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Is_empty_before_the_first_load()
    {
        var directory = Create();

        (await directory.ListAsync(None)).Should().BeEmpty();
        (await directory.GetLoadedAtAsync(None)).Should().BeNull();
    }

    [Fact]
    public async Task Takes_over_a_load_and_marks_once_what_is_gone()
    {
        var directory = Create();
        var tuesday = Monday + Duration.FromDays(1);
        (await directory.ReplaceAsync([New(1), New(2), New(3)], Monday, None)).Should().Be(0);

        (await directory.ReplaceAsync([New(1) with { ClientName = "ООО «Ель»", IsActive = null }], tuesday, None)).Should().Be(2);
        (await directory.ReplaceAsync([New(1), New(3)], tuesday + Duration.FromDays(1), None)).Should().Be(0, "2 was marked before");

        (await directory.ListAsync(None)).Should().BeEquivalentTo([New(1), New(2) with { MissingSince = tuesday }, New(3)]);
        (await directory.GetLoadedAtAsync(None)).Should().Be(tuesday + Duration.FromDays(1));
    }

    [Fact]
    public async Task Keeps_what_the_panel_did_not_show_as_not_known()
    {
        var directory = Create();
        var account = New(1) with { ClientName = null, IsActive = null, Currency = Currency.Kzt };

        await directory.ReplaceAsync([account], Monday, None);

        (await directory.ListAsync(None)).Should().Equal(account);
    }

    protected abstract IAccountDirectory Create();

    protected virtual void Dispose(bool disposing) { }

    private static ClientAccount New(long id) =>
        new()
        {
            Id = id,
            ClientId = 100 + id,
            ClientName = "ООО «Ромашка»",
            ProviderId = 1,
            Currency = Currency.Rub,
            IsActive = true,
        };
}
