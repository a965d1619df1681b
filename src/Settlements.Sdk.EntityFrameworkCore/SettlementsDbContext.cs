using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Payments;

namespace Settlements.EntityFrameworkCore;

/// <summary>Everything that the stores keep.</summary>
internal sealed class SettlementsDbContext(DbContextOptions<SettlementsDbContext> options) : DbContext(options)
{
    public DbSet<QueueRow> PaymentQueue => Set<QueueRow>();

    public DbSet<IntentRow> PaymentIntents => Set<IntentRow>();

    public DbSet<CodeRow> PaymentCodes => Set<CodeRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AccountLoadRow> AccountLoads => Set<AccountLoadRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPayments();
}
