namespace Settlements.Tests.Balances;

/// <summary>
/// Work that stops at each step until a seed picks it to go on. Everything runs on one thread: a step that goes on runs until each piece of work has stopped again, so
/// that a seed gives one order of events and no other.
/// </summary>
internal sealed class SeededSteps(int seed)
{
    private readonly Random _random = new(seed);
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<(string Name, TaskCompletionSource GoesOn)> _waiting = [];
    private readonly List<string> _events = [];
    private int _reached;
    private bool _strayed;

    /// <summary>What has happened, for the message of a failure.</summary>
    public IReadOnlyList<string> Events => _events;

    /// <summary>Whether who asks runs where everything runs; elsewhere the order is the thread pool's.</summary>
    public bool IsOnItsThread => Environment.CurrentManagedThreadId == _thread;

    public int Next(int below) => _random.Next(below);

    public void Note(string what) => _events.Add(what);

    /// <summary>Waits to be picked; one of ten fails.</summary>
    public async Task ReachAsync(string step, bool mayFail = true)
    {
        _strayed |= !IsOnItsThread;
        var name = $"{step} #{_reached++}";
        // Continuations run at once, by whoever lets the step go on.
        var goesOn = new TaskCompletionSource();
        _waiting.Add((name, goesOn));
        Note(name + " waits");
        await goesOn.Task;
        _strayed |= !IsOnItsThread;
        if (mayFail && Next(10) == 0)
        {
            Note(name + " fails");
            throw new IOException(name);
        }

        Note(name + " goes on");
    }

    /// <summary>Lets one step go on; false when none waits.</summary>
    public bool GoOn()
    {
        if (_strayed)
            throw new InvalidOperationException($"A step of seed {seed} ran by another thread; the order is not the seed's any more.");
        if (_waiting.Count == 0)
            return false;
        var index = Next(_waiting.Count);
        var goesOn = _waiting[index].GoesOn;
        _waiting.RemoveAt(index);
        goesOn.SetResult();
        return true;
    }
}
