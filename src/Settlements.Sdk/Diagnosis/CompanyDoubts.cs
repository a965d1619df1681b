using Settlements.BillManager;
using Settlements.Payments;

namespace Settlements.Diagnosis;

/// <summary>Receiving companies that a payment document could not be matched with by its organisation's tax id.</summary>
internal static class CompanyDoubts
{
    internal static void Judge(FindingList findings, IReadOnlyList<BillManagerCompany> companies)
    {
        foreach (var company in companies)
        {
            var subject = $"company {PanelText.Of(company.Id, company.Name)}";
            var number = TaxIdText.Trim(company.TaxId).ToString();
            if (number.Length == 0)
                findings.Add(DoctorCode.CompanyTinMissing, subject, "No ИНН is shown.");
            else if (Problem(number) is { } problem)
                findings.Add(DoctorCode.CompanyTinInvalid, subject, problem);
            else if (
                companies.FirstOrDefault(other => other.Id != company.Id && TaxIdText.Trim(other.TaxId).SequenceEqual(number)) is { } other
            )
                findings.Add(
                    DoctorCode.CompanyTinShared,
                    subject,
                    $"The same number stands with company {PanelText.Of(other.Id, other.Name)}."
                );
            else
                findings.Add(DoctorCode.Company, subject, "A valid number.");
        }
    }

    /// <summary>What is wrong with a number in every country; null when one of them takes it.</summary>
    private static string? Problem(string number)
    {
        string? first = null;
        foreach (var country in Enum.GetValues<TaxIdCountry>())
        {
            if (TaxId.TryParse(number, country, out _, out var problem))
                return null;
            first ??= problem.Message;
        }

        return first;
    }
}
