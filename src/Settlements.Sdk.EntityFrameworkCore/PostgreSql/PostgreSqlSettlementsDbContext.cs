using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Settlements.EntityFrameworkCore.PostgreSql;

/// <summary>The tables in PostgreSQL.</summary>
internal sealed class PostgreSqlSettlementsDbContext(DbContextOptions<PostgreSqlSettlementsDbContext> options)
    : SettlementsDbContext(options)
{
    protected override string ForUpdate => "FOR UPDATE";

    /// <summary>Nothing: it knows the size of each index.</summary>
    protected override string By(string index) => "";

    /// <summary>Read committed, whatever the database's default is: whoever has waited for a row must read what was committed meanwhile.</summary>
    public override Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    public override Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
}
