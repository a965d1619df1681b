using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Settlements.IntegrationTests.Stores.Plans;

/// <summary>Notes the commands that Entity Framework sends to one database.</summary>
internal sealed class CommandRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<RecordedCommand> _commands = [];

    /// <param name="database">A part of the connection string that no other database has.</param>
    public CommandRecorder(string database)
    {
        _database = database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was sent, without what begins and ends transactions.</summary>
    public IReadOnlyList<RecordedCommand> Commands
    {
        get
        {
            lock (_commands)
                return [.. _commands];
        }
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory)
            _subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuted.Name || value.Value is not CommandExecutedEventData data)
            return;
        if (!data.Connection.ConnectionString.Contains(_database, StringComparison.Ordinal))
            return;
        lock (_commands)
            _commands.Add(
                new RecordedCommand(data.Command.CommandText, [.. data.Command.Parameters.Cast<DbParameter>().Select(Parameter)])
            );
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";

    private static (string Name, object? Value) Parameter(DbParameter parameter) => (parameter.ParameterName, parameter.Value);
}
