using Settlements.Balances;

namespace Settlements.Diagnosis;

/// <summary>What the rules need of open documents and do not find.</summary>
internal static class DocumentDoubts
{
    internal static void Judge(FindingList findings, string subject, CounterpartyBalance balance)
    {
        if (balance.Documents is not { } documents)
        {
            findings.Skip(DoctorCode.Documents, subject, "The answer has no list of documents.");
            return;
        }

        var isWell = true;
        void Doubt(DoctorCode code, int count, string what)
        {
            if (count == 0)
                return;
            findings.Add(code, subject, FormattableString.Invariant($"{count} of {documents.Count} {what}."));
            isWell = false;
        }

        Doubt(DoctorCode.DocumentsWithoutDueDate, documents.Count(document => document.DueDate is null), "have no due date");
        Doubt(
            DoctorCode.DocumentsWithoutOutstanding,
            documents.Count(document => document.Outstanding is null),
            "do not say what is outstanding"
        );
        Doubt(
            DoctorCode.DocumentsWithoutOrderId,
            documents.All(document => document.OrderId is null) ? documents.Count : 0,
            "name no order"
        );
        if (isWell)
            findings.Add(
                DoctorCode.Documents,
                subject,
                FormattableString.Invariant($"{documents.Count}, with due dates, open amounts and orders.")
            );
    }
}
