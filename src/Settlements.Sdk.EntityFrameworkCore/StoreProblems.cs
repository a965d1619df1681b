using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Settlements.EntityFrameworkCore;

/// <summary>What an exception of a database means to whoever uses the stores.</summary>
internal static class StoreProblems
{
    /// <summary>Two transactions wanted the same, and the database chose the other one: nothing was done, and doing it again may succeed.</summary>
    public static bool IsConflict(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || Cause(exception)
            is PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
            };

    /// <summary>True for what a database throws, except for a defect of ours, which must be seen as it is.</summary>
    public static bool IsOne(Exception exception) => Describe(exception) is not null;

    /// <summary>The stores' own exception for one of the database.</summary>
    /// <param name="exception">The provider's, or Entity Framework's around it.</param>
    /// <param name="database">How the message calls the database: the subject of a sentence.</param>
    public static StoreException Of(Exception exception, string database)
    {
        var cause = Cause(exception) ?? exception;
        return Describe(exception) is var (error, what, isTransient)
            ? new StoreException(error, $"{database} {what}: {cause.Message}", isTransient, cause)
            : throw new ArgumentException("No exception of a database.", nameof(exception), exception);
    }

    private static (SettlementsError Error, string What, bool IsTransient)? Describe(Exception exception) =>
        Cause(exception) switch
        {
            _ when IsConflict(exception) => (SettlementsError.Overloaded, "let other transactions go first", true),
            PostgresException e => Of(e),
            NpgsqlException { InnerException: TimeoutException } => (SettlementsError.Timeout, "did not answer in time", true),
            NpgsqlException => (SettlementsError.Unavailable, "cannot be reached, or broke the connection", true),
            SqliteException e => Of(e),
            _ => null,
        };

    private static DbException? Cause(Exception exception) =>
        exception switch
        {
            DbException e => e,
            DbUpdateException { InnerException: { } inner } => Cause(inner),
            InvalidOperationException { InnerException: { } inner } => Cause(inner),
            _ => null,
        };

    private static (SettlementsError, string, bool)? Of(PostgresException e) =>
        e.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => (
                SettlementsError.NotAuthenticated,
                "refused the login",
                false
            ),
            PostgresErrorCodes.InsufficientPrivilege => (SettlementsError.Forbidden, "does not allow it", false),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidCatalogName => (
                SettlementsError.NotFound,
                "has no such database, table or column: was it migrated?",
                false
            ),
            PostgresErrorCodes.TooManyConnections => (SettlementsError.Overloaded, "has no connection left", true),
            PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => (
                SettlementsError.Timeout,
                "did not answer in time",
                true
            ),
            _ when e.SqlState.StartsWith("53", StringComparison.Ordinal) || e.SqlState.StartsWith("58", StringComparison.Ordinal) => (
                SettlementsError.Unavailable,
                "has no room left or a defect",
                false
            ),
            _ when e.IsTransient
                    || e.SqlState.StartsWith("08", StringComparison.Ordinal)
                    || e.SqlState.StartsWith("57P", StringComparison.Ordinal) => (
                SettlementsError.Unavailable,
                "is going down or not up yet",
                true
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => (SettlementsError.Unavailable, "is read-only now, as a standby is", true),
            _ => null,
        };

    // Primary result codes, https://www.sqlite.org/rescode.html
    private static (SettlementsError, string, bool)? Of(SqliteException e) =>
        e.SqliteErrorCode switch
        {
            5 or 6 => (SettlementsError.Overloaded, "is locked by another process for too long", true),
            8 => (SettlementsError.Forbidden, "may not be written", false),
            10 or 13 => (SettlementsError.Unavailable, "cannot be written: the disk is full or failing", false),
            14 => (SettlementsError.Unavailable, "cannot be opened", false),
            11 or 26 => (SettlementsError.InvalidResponse, "is damaged, or no database", false),
            _ => null,
        };
}
