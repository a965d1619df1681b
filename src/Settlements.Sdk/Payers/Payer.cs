namespace Settlements.Payers;

/// <summary>A payer (плательщик) of one client, as the billing panel keeps it: whose name stands on the payment.</summary>
/// <remarks>Texts are kept as the panel gives them; <see cref="PayerResolver"/> trims them when it compares.</remarks>
public sealed record Payer
{
    /// <summary>The payer's identifier in the panel.</summary>
    public required string Id { get; init; }

    /// <summary>What the panel calls the payer. Kept for people: <see cref="PayerResolver"/> does not compare it.</summary>
    public required CounterpartyKind Kind { get; init; }

    /// <summary>Whether the payer may be used; one that is switched off is never taken.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The payer's code in the accounting system (<c>id1c</c>), with its zeros; null or blank when there is none.</summary>
    public string? AccountingCode { get; init; }

    /// <summary>The tax identification number (INN, UNP, BIN) as the panel has it, even when its check digits are wrong; null or blank when there is none.</summary>
    public string? Tin { get; init; }

    /// <summary>The KPP; null or blank when there is none.</summary>
    public string? Kpp { get; init; }

    /// <summary>The place in the order of creation: a payer created later has a greater number.</summary>
    public required long CreationOrder { get; init; }
}
