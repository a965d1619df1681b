using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Terms;

/// <summary>The table of payment terms.</summary>
internal static class TermsModel
{
    /// <summary>Adds the table to a context's model.</summary>
    public static ModelBuilder AddTerms(this ModelBuilder model) =>
        model.Entity<TermsRow>(table =>
        {
            table.ToTable("SettlementsPaymentTerms");
            table.HasKey(row => new { row.CounterpartyId, row.ContractId });
        });
}
