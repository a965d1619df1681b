using Settlements.Payments;

namespace Settlements.Diagnosis;

/// <summary>Whether each kind of document finds its payment method as the exporter looks for it.</summary>
internal static class PaymentMethodDoubts
{
    internal static void Judge(FindingList findings, PaymentExportOptions? export, PanelReference panel)
    {
        if (export is null)
        {
            findings.Skip(DoctorCode.PaymentMethod, "paymethod", "AddPaymentExport was not called, so that nothing looks for a method.");
            return;
        }

        foreach (var kind in Enum.GetValues<PaymentDocumentKind>())
            Judge(findings, $"{kind}: '{export.MethodFor(kind)}'", export.MethodFor(kind), panel);
    }

    private static void Judge(FindingList findings, string subject, string part, PanelReference panel)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<DocumentHeldException>();
        foreach (var company in panel.Companies)
        foreach (var provider in panel.Providers)
        {
            try
            {
                var method = panel.Method(part, company, provider.Id);
                found.Add(PanelText.Of(method.Id, method.Name));
            }
            catch (DocumentHeldException held)
            {
                problems.Add(held);
            }
        }

        // A company need not serve every provider; one pair that does is enough for "found".
        if (problems.Find(held => held.Error.Kind == PaymentExportErrorKind.PaymentMethodAmbiguous) is { } ambiguous)
            findings.Add(DoctorCode.PaymentMethodAmbiguous, subject, ambiguous.Message);
        else if (found.Count == 0)
            findings.Add(
                DoctorCode.PaymentMethodMissing,
                subject,
                problems.Count == 0 ? "The panel shows no provider." : problems[0].Message
            );
        else
            findings.Add(DoctorCode.PaymentMethod, subject, string.Join(", ", found));
    }
}
