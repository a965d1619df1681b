namespace Settlements.Tests.Conventions.Floors;

/// <summary>The floors of the house. A type may name types of its own floor and of those below it.</summary>
internal enum Floor
{
    /// <summary>Words that every subject uses: amounts, currencies, identifiers.</summary>
    Vocabulary,

    /// <summary>Decides, and nothing else: no task, clock, network, file, log or container.</summary>
    Rule,

    /// <summary>What the host or another server does for us: interfaces of hosts, clients of servers.</summary>
    Port,

    /// <summary>Asks ports and clients, hands what they say to rules, and acts on the decision.</summary>
    Service,

    /// <summary>Puts it all together for a container.</summary>
    Registration,
}
