namespace Settlements.Diagnosis;

/// <summary>Whose server was examined.</summary>
public enum DoctorArea
{
    /// <summary>A 1C publication (<c>AddOneC</c>).</summary>
    OneC,

    /// <summary>The panel (<c>AddBillManager</c>).</summary>
    BillManager,
}
