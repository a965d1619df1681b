using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Settlements.IntegrationTests.Stores.Plans;

/// <summary>Notes the commands that Entity Framework sends, to whatever database.</summary>
/// <remarks>To be made before anything is sent: Entity Framework does not ask again at once whether somebody listens.</remarks>
internal sealed class CommandRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<RecordedCommand> _commands = [];

    public CommandRecorder() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>What was sent to one database about the stores' tables.</summary>
    /// <param name="database">A part of the connection string that no other database has.</param>
    public IReadOnlyList<RecordedCommand> To(string database)
    {
        lock (_commands)
            return
            [
                .. _commands.Where(command =>
                    command.Database.Contains(database, StringComparison.Ordinal)
                    && command.Sql.Contains("\"Settlements", StringComparison.Ordinal)
                ),
            ];
    }

    /// <summary>Forgets what was sent so far.</summary>
    public void Clear()
    {
        lock (_commands)
            _commands.Clear();
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuted.Name || value.Value is not CommandExecutedEventData data)
            return;
        lock (_commands)
            _commands.Add(
                new RecordedCommand(
                    data.Connection.ConnectionString,
                    data.Command.CommandText,
                    [.. data.Command.Parameters.Cast<DbParameter>().Select(Parameter)]
                )
            );
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    private static (string Name, object? Value) Parameter(DbParameter parameter) => (parameter.ParameterName, parameter.Value);
}
