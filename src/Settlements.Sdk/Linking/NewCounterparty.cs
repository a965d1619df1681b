using Settlements.Payers;

namespace Settlements.Linking;

/// <summary>A counterparty to be registered.</summary>
public sealed record NewCounterparty
{
    /// <summary>The longest <see cref="Key"/>: 100 characters.</summary>
    public const int MaxKeyLength = 100;

    /// <summary>
    /// What makes it this one registration, however often it is sent: the user's identifier, or a key that the host keeps. A second registration with the same key gives
    /// the counterparty of the first.
    /// </summary>
    /// <value>1 to 100 characters, not blank, compared letter for letter.</value>
    /// <exception cref="ArgumentException">It is blank or longer.</exception>
    public required string Key
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Key));
            if (value.Length > MaxKeyLength)
                throw new ArgumentException(
                    FormattableString.Invariant($"The key has {value.Length} characters; give one of at most {MaxKeyLength}."),
                    nameof(Key)
                );
            field = value;
        }
    }

    /// <summary>Its name.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public required string Name
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Name));
            field = value;
        }
    }

    /// <summary>What kind of buyer it is.</summary>
    public required CounterpartyKind Kind { get; init; }

    /// <summary>Its tax number with the KPP; null for a natural person who gave none.</summary>
    public TaxId? TaxId { get; init; }

    /// <summary>Where to write to; null when not given.</summary>
    public string? Email { get; init; }

    /// <summary>Where to call; null when not given.</summary>
    public string? Phone { get; init; }

    /// <summary>The kind alone: the rest may be a person's.</summary>
    public override string ToString() => $"a new counterparty ({Kind})";
}
