using System.Diagnostics;

namespace Settlements.Http;

/// <summary>One call of a client under telemetry; ends as what <see cref="Succeeded"/> or <see cref="Failed"/> said, else as cancelled.</summary>
internal sealed class ClientCall(ClientTelemetry telemetry, string operation, Activity? activity, long begun) : IDisposable
{
    private string _outcome = "cancelled";

    internal void Succeeded() => _outcome = "ok";

    internal void Failed(SettlementsError error)
    {
        var name = error.ToString();
        _outcome = string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
        activity?.SetTag("error.type", _outcome).SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        activity?.SetTag(SettlementsTelemetry.OutcomeTag, _outcome);
        activity?.Dispose();
        telemetry.Ended(operation, begun, _outcome);
    }
}
