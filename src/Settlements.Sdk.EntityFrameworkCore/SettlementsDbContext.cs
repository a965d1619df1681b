using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Settlements.EntityFrameworkCore.Credit;
using Settlements.EntityFrameworkCore.Linking;
using Settlements.EntityFrameworkCore.Payments;
using Settlements.EntityFrameworkCore.Reminders;
using Settlements.EntityFrameworkCore.Terms;

namespace Settlements.EntityFrameworkCore;

/// <summary>Everything that the stores keep, whoever made the connection.</summary>
internal abstract class SettlementsDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Where migrations are entered: not in the host's own history, should both live in one database.</summary>
    public const string HistoryTable = "SettlementsMigrations";

    /// <summary>The schema of the tables in a host's own context; null for the database's default one.</summary>
    public string? Schema { get; init; }

    public DbSet<QueueRow> PaymentQueue => Set<QueueRow>();

    public DbSet<IntentRow> PaymentIntents => Set<IntentRow>();

    public DbSet<CodeRow> PaymentCodes => Set<CodeRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AccountLoadRow> AccountLoads => Set<AccountLoadRow>();

    public DbSet<HoldRow> Holds => Set<HoldRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<OverdueRow> Overdue => Set<OverdueRow>();

    public DbSet<CreditFlagRow> CreditFlags => Set<CreditFlagRow>();

    public DbSet<ReminderLogRow> Reminders => Set<ReminderLogRow>();

    public DbSet<TermsRow> Terms => Set<TermsRow>();

    public DbSet<LinkRow> Links => Set<LinkRow>();

    /// <summary>What every context of the stores is made with, besides its connection.</summary>
    public static DbContextOptions<TContext> OptionsOf<TContext>(DbContextOptionsBuilder<TContext> builder)
        where TContext : SettlementsDbContext =>
        builder
            .ReplaceService<IModelCacheKeyFactory, SchemaModelCacheKeyFactory>()
            // Migrations run inside a transaction of ours, which holds the lock and the signature of the database.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning))
            .Options;

    /// <summary>Begins a transaction in which decisions are made on what is read.</summary>
    public abstract Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction whose queries see the database as it was at one moment.</summary>
    public abstract Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken);

    /// <summary>What ends a SELECT whose rows nobody else may change until the transaction ends; empty where a writer is alone anyway.</summary>
    protected abstract string ForUpdate { get; }

    /// <summary>Makes the database read a table by one of its indexes, where it may not see by itself which is the small one; empty where it does.</summary>
    protected abstract string By(string index);

    /// <summary>Entries that wait and are not paused, by an index that has no others.</summary>
    public IQueryable<QueueRow> DueQueue()
    {
        var sql = $"""SELECT * FROM {Table<QueueRow>()} {By(PaymentsModel.DueIndex)} WHERE "State" = 'Waiting' AND "PausedUntil" IS NULL""";
        return PaymentQueue.FromSqlRaw(sql);
    }

    /// <summary>The one row with a value in a column, tracked, and locked until the transaction ends; null when there is none.</summary>
    public async Task<TRow?> FindLockedAsync<TRow>(string column, object value, CancellationToken cancellationToken)
        where TRow : class
    {
        var sql = $$"""SELECT * FROM {{Table<TRow>()}} WHERE "{{column}}" = {0} {{ForUpdate}}""";
        var rows = await Set<TRow>().FromSqlRaw(sql, value).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.SingleOrDefault();
    }

    /// <summary>The quoted name of a table, for SQL by hand.</summary>
    public string Table<TRow>()
        where TRow : class
    {
        var type = Model.FindEntityType(typeof(TRow))!;
        return type.GetSchema() is { } schema ? $"\"{schema}\".\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\"";
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddSettlements(Schema);
}
