namespace Settlements.Testing.OneC;

/// <summary>The counterparties of the emulated server, and the keys by which some were registered.</summary>
internal sealed class DirectoryStore
{
    private readonly Lock _sync = new();
    private readonly List<KeyValuePair<CounterpartyId, EmulatedCounterparty>> _entries = [];
    private readonly List<EmulatedRegistration> _registrations = [];
    private readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal);

    /// <summary>The registrations in their order, one for each key; a copy that does not grow.</summary>
    public IReadOnlyList<EmulatedRegistration> Registrations
    {
        get
        {
            lock (_sync)
                return [.. _registrations];
        }
    }

    /// <summary>Every counterparty; a copy that does not grow.</summary>
    public IReadOnlyDictionary<CounterpartyId, EmulatedCounterparty> All
    {
        get
        {
            lock (_sync)
                return new Dictionary<CounterpartyId, EmulatedCounterparty>(_entries);
        }
    }

    /// <summary>Adds a counterparty, or replaces it where it stands.</summary>
    public void Set(CounterpartyId id, EmulatedCounterparty counterparty)
    {
        lock (_sync)
        {
            var place = _entries.FindIndex(entry => entry.Key == id);
            if (place >= 0)
                _entries[place] = new(id, counterparty);
            else
                _entries.Add(new(id, counterparty));
        }
    }

    /// <summary>Takes a counterparty out; keys that led to it still do.</summary>
    public void Remove(CounterpartyId id)
    {
        lock (_sync)
            _entries.RemoveAll(entry => entry.Key == id);
    }

    /// <summary>The list of those that meet a condition, in the order in which they were set.</summary>
    public OneCValue List(Func<CounterpartyId, EmulatedCounterparty, bool> condition)
    {
        lock (_sync)
        {
            var rows = _entries.Where(entry => condition(entry.Key, entry.Value)).Select(entry => entry.Value.ToValue(entry.Key));
            return OneCValue.Object(("counterparties", OneCValue.Array(rows.ToList())));
        }
    }

    /// <summary>Registers, once for each key and once for each tax number with its KPP; null when the key came with another body before.</summary>
    public OneCValue? Register(RegistrationBody body)
    {
        lock (_sync)
        {
            if (_registrations.Find(registration => registration.Key == body.Key) is { } earlier)
                return _bodies[body.Key] == body.Json ? Answer(earlier.Counterparty, body, created: false) : null;

            var known = body.Tin is { } tin ? _entries.Find(entry => IsSame(entry.Value, tin, body.Kpp)).Key : default;
            var wasThere = known != default;
            var id = wasThere ? known : new CounterpartyId(Guid.NewGuid());
            if (!wasThere)
                _entries.Add(new(id, body.ToCounterparty()));
            _registrations.Add(new EmulatedRegistration(body.Key, id, wasThere));
            _bodies[body.Key] = body.Json;
            return Answer(id, body, created: !wasThere);
        }
    }

    private static bool IsSame(EmulatedCounterparty entry, string tin, string? kpp) =>
        !entry.IsDeleted && entry.HasTin(tin) && entry.HasKpp(kpp);

    private OneCValue Answer(CounterpartyId id, RegistrationBody body, bool created) =>
        (_entries.Find(entry => entry.Key == id).Value ?? body.ToCounterparty()).ToValue(id, created);
}
