namespace Settlements.Testing.OneC;

/// <summary>A request while it is served: what must be given back when its answer goes out, exactly once.</summary>
internal sealed class Serving : IDisposable
{
    private readonly Stack<Action> _endings = new();

    /// <summary>Adds something to be done at the end; the last added is done first.</summary>
    public void OnEnd(Action ending) => _endings.Push(ending);

    /// <summary>Ends the serving. To be called before the last bytes are sent, so that the client never overtakes it.</summary>
    public void End()
    {
        while (_endings.TryPop(out var ending))
            ending();
    }

    /// <inheritdoc/>
    public void Dispose() => End();
}
