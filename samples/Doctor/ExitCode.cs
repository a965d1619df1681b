using Settlements.Diagnosis;

namespace Doctor;

/// <summary>As plugins of Nagios and its like: 0 is fine, 1 a warning, 2 critical.</summary>
internal static class ExitCode
{
    public const int WrongUsage = 64;
    public const int Stopped = 130;

    public static int Of(DoctorResult result) =>
        result switch
        {
            DoctorResult.Failure => 2,
            DoctorResult.Warning => 1,
            _ => 0,
        };
}
