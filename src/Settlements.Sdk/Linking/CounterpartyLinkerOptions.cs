namespace Settlements.Linking;

/// <summary>Settings of <see cref="CounterpartyLinker"/>.</summary>
public sealed class CounterpartyLinkerOptions
{
    /// <value>Whether several users may be linked to one counterparty. The default is <see cref="CounterpartySharing.ByHand"/>.</value>
    public CounterpartySharing Sharing { get; set; }

    /// <value>
    /// Whether a GUID, of a user's record or of an administrator, is looked up in the directory before anybody is linked to it; without a directory it never is. The
    /// default is true.
    /// </value>
    public bool VerifyIds { get; set; } = true;

    /// <value>
    /// Whether a user who gave a KPP is linked to the only counterparty of the TIN when the directory has no KPP for it. It may be another branch; with false, the
    /// default, a person decides.
    /// </value>
    public bool AcceptMissingKpp { get; set; }

    internal IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Sharing))
            yield return $"CounterpartyLinkerOptions.Sharing is {Sharing}; give one of {string.Join(", ", Enum.GetNames<CounterpartySharing>())}.";
    }
}
