using System.Globalization;

namespace Settlements.Payments;

/// <summary>What makes a document unfit for export, each with the field and the fix.</summary>
internal static class PaymentDocumentProblems
{
    internal const int MaxNumber = 64;

    internal static IEnumerable<string> Of(PaymentDocument document)
    {
        if (document.Id == Guid.Empty)
            yield return "id is the empty GUID, which 1C uses for \"no value\".";
        if (document.Version < 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"version is {document.Version}: it must not be negative.");
        if (!Enum.IsDefined(document.Kind))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"kind is {(int)document.Kind}, which is no kind of payment document."
            );
        if (string.IsNullOrWhiteSpace(document.Number))
            yield return "number is blank.";
        else if (document.Number.Length > MaxNumber)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"number has {document.Number.Length} characters: the panel takes {MaxNumber}."
            );
        if (document.Amount == default)
            yield return "amount is not given.";
        else if (!document.Amount.IsPositive)
            yield return $"amount is {document.Amount}: it must be above zero.";
        else if (!document.Amount.IsWholeMinorUnits)
            yield return $"amount is {document.Amount}: it has more digits after the point than {document.Amount.Currency} has.";
        if (string.IsNullOrWhiteSpace(document.OrganizationTin))
            yield return "organizationTin is blank.";
        if (string.IsNullOrWhiteSpace(document.AccountId))
            yield return "account is blank.";
        if (!Enum.IsDefined(document.Counterparty.Kind))
            yield return "counterparty.kind is none of company, person and entrepreneur.";
    }
}
