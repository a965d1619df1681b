using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore;

namespace Settlements.IntegrationTests.Stores.Hosts;

/// <summary>A host's own context: its orders, and the stores' tables beside them.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<ShopOrder> Orders => Set<ShopOrder>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ShopOrder>();
        modelBuilder.AddSettlements(Database.IsNpgsql() ? "settlements" : null);
    }
}
