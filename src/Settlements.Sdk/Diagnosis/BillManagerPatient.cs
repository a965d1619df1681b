using Settlements.BillManager;
using Settlements.Payments;

namespace Settlements.Diagnosis;

/// <summary>The panel that was added.</summary>
/// <param name="Options">Gives its options, or throws what is wrong with them.</param>
/// <param name="Client">Gives its client, with the session that the program has.</param>
/// <param name="Export">Gives the options of the export; null when no export was added.</param>
internal sealed record BillManagerPatient(
    Func<BillManagerOptions> Options,
    Func<BillManagerClient> Client,
    Func<PaymentExportOptions?> Export
);
