using Microsoft.EntityFrameworkCore;
using NodaTime;
using Settlements.Credit;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>The register of what is overdue, and the flags, in the database.</summary>
internal sealed class StoredCreditStatus(StoreDatabase database) : ICreditStatusStore
{
    public Task<bool> RecordOverdueAsync(OverdueEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.ClosedOn is not null)
            throw new ArgumentException("The entry is closed: a receivable enters the register open.", nameof(entry));
        var row = OverdueRow.Of(entry);
        return database.InTransactionAsync(
            async context =>
            {
                var isKnown = await context
                    .Overdue.AnyAsync(other => other.Receivable == row.Receivable && other.Due == row.Due, cancellationToken)
                    .ConfigureAwait(false);
                if (!isKnown)
                    context.Overdue.Add(row);
                return !isKnown;
            },
            cancellationToken
        );
    }

    public Task<bool> CloseOverdueAsync(string receivable, LocalDate due, LocalDate on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receivable);
        return database.InTransactionAsync(
            async context =>
            {
                var closed = await context
                    .Overdue.Where(row => row.Receivable == receivable && row.Due == due && row.ClosedOn == null)
                    .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.ClosedOn, on), cancellationToken)
                    .ConfigureAwait(false);
                return closed > 0;
            },
            cancellationToken
        );
    }

    public Task<OverduePage> ListOverdueAsync(CounterpartyId? counterparty, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var (whose, position) = (counterparty?.Value, after is null ? null : OverduePosition.Parse(after));
        return database.ReadAsync(
            async context =>
            {
                var rows = await Open(context, whose, position)
                    .OrderBy(row => row.Due)
                    .ThenBy(row => row.Receivable)
                    .Take(limit == int.MaxValue ? limit : limit + 1)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                var next = rows.Count > limit ? OverduePosition.Of(rows[limit - 1]).ToString() : null;
                return new OverduePage([.. rows.Take(limit).Select(row => row.ToEntry())], next);
            },
            cancellationToken
        );
    }

    public Task<CreditFlag> SetFlagAsync(
        CounterpartyId counterparty,
        string receivable,
        LocalDate due,
        LocalDate on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(receivable);
        if (counterparty == default)
            throw new ArgumentException("A flag is somebody's; this CounterpartyId was never assigned.", nameof(counterparty));
        var id = counterparty.Value;
        return database.InTransactionAsync(
            async context =>
            {
                var row =
                    await context
                        .FindLockedAsync<CreditFlagRow>(nameof(CreditFlagRow.CounterpartyId), id, cancellationToken)
                        .ConfigureAwait(false)
                    ?? context.CreditFlags.Add(new CreditFlagRow { CounterpartyId = id, Receivable = receivable }).Entity;
                (row.Receivable, row.Due, row.SetOn, row.Version) = (receivable, due, on, Guid.NewGuid());
                return row.ToFlag();
            },
            cancellationToken
        );
    }

    public Task<bool> LiftFlagAsync(CreditFlag flag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        var (id, version) = (flag.Counterparty.Value, flag.Version);
        return database.InTransactionAsync(
            async context =>
            {
                var lifted = await context
                    .CreditFlags.Where(row => row.CounterpartyId == id && row.Version == version)
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
                return lifted > 0;
            },
            cancellationToken
        );
    }

    public Task<CreditFlag?> FindFlagAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        var id = counterparty.Value;
        return database.ReadAsync(
            async context =>
            {
                var flags = context.CreditFlags.AsNoTracking();
                var row = await flags.SingleOrDefaultAsync(row => row.CounterpartyId == id, cancellationToken).ConfigureAwait(false);
                return row?.ToFlag();
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<CreditFlag>> ListFlagsAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var start = after?.Value ?? Guid.Empty;
        return database.ReadAsync<IReadOnlyList<CreditFlag>>(
            async context =>
            {
                var rows = await context
                    .CreditFlags.AsNoTracking()
                    .Where(row => row.CounterpartyId > start)
                    .OrderBy(row => row.CounterpartyId)
                    .Take(limit)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                return rows.ConvertAll(row => row.ToFlag());
            },
            cancellationToken
        );
    }

    private static IQueryable<OverdueRow> Open(SettlementsDbContext context, Guid? whose, OverduePosition? after)
    {
        // Day and receivable are compared together, as the index has them: many fall due on one day.
        var sql = $$"""SELECT * FROM {{context.Table<OverdueRow>()}} WHERE "ClosedOn" IS NULL AND ("Due", "Receivable") > ({0}, {1})""";
        var rows = after is var (due, receivable)
            ? context.Overdue.FromSqlRaw(sql, due.ToDateOnly(), receivable)
            : context.Overdue.Where(row => row.ClosedOn == null);
        return whose is { } id ? rows.AsNoTracking().Where(row => row.CounterpartyId == id) : rows.AsNoTracking();
    }
}
