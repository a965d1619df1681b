using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>How imports wait for each other in PostgreSQL, and who may save a balance while one is at work.</summary>
/// <remarks>
/// <para>Three advisory locks, each a number of 64 bits made of the table's name, so that two sets of tables in one database do not meet.</para>
/// <list type="bullet">
/// <item><description><see cref="Import"/>: held by the one import that is being applied; the others wait for it. Its moment stands in
/// <see cref="BalanceImportTurnRow"/> before it goes on.</description></item>
/// <item><description><see cref="Merge"/>: held by that import until its end, and shared by every save that began while there was none. So the import begins when
/// those have ended.</description></item>
/// <item><description><see cref="Passing"/>: shared by the saves that go on beside an import, because their figures are of its moment or later: whatever the import
/// decided about the row, theirs stay. The next import waits for them.</description></item>
/// </list>
/// <para>
/// A save of earlier figures waits for <see cref="Merge"/>: the import may have found its own figures unchanged, written nothing, and would not see that older ones were
/// put in their place.
/// </para>
/// </remarks>
internal sealed class ImportTurns(SettlementsDbContext context)
{
    private readonly string _table = context.Table<BalanceRow>();

    public long Import => Number(1);

    public long Merge => Number(2);

    public long Passing => Number(3);

    /// <summary>Lets a balance of a moment be saved: at once when no import is at work or its moment is no later, else when the import has ended.</summary>
    public async Task PassAsync(Instant readAt, CancellationToken cancellationToken)
    {
        if (await AskAsync("SELECT pg_try_advisory_xact_lock_shared({0}) AS \"Value\"", Merge, cancellationToken).ConfigureAwait(false))
            return;
        if (await IsOlderAsync(readAt, cancellationToken).ConfigureAwait(false))
        {
            await WaitAsync(Merge, cancellationToken).ConfigureAwait(false);
            return;
        }

        await WaitAsync(Passing, cancellationToken).ConfigureAwait(false);
        // The import that was at work may have ended, and another one begun.
        if (await IsOlderAsync(readAt, cancellationToken).ConfigureAwait(false))
            await WaitAsync(Merge, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsOlderAsync(Instant readAt, CancellationToken cancellationToken)
    {
        var turn = await context.Set<BalanceImportTurnRow>().AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return readAt < turn?.AsOf;
    }

    private async Task<bool> AskAsync(string sql, long turn, CancellationToken cancellationToken)
    {
        var answers = await context.Database.SqlQueryRaw<bool>(sql, turn).ToListAsync(cancellationToken).ConfigureAwait(false);
        return answers.Single();
    }

    private Task<int> WaitAsync(long turn, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock_shared({0})", [turn], cancellationToken);

    private long Number(int turn) =>
        BinaryPrimitives.ReadInt64BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_table}:{turn}")))
        );
}
