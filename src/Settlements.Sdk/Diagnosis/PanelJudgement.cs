using System.Globalization;
using Settlements.BillManager;

namespace Settlements.Diagnosis;

/// <summary>What the panel's answer to a login, or a refusal of anything else, says about it.</summary>
internal static class PanelJudgement
{
    private const int Administrator = 29;
    private const string KnownVersion = "6.";

    internal static void LetIn(FindingList findings, string server, BillManagerIdentity identity)
    {
        findings.Add(DoctorCode.Login, server, $"As '{identity.Name}'.");
        findings.Add(DoctorCode.TwoFactor, server, "None is asked for.");
        findings.Add(
            identity.Level < Administrator ? DoctorCode.AccessLevelLow : DoctorCode.AccessLevel,
            server,
            string.Create(CultureInfo.InvariantCulture, $"Level {identity.Level}.")
        );
        findings.Add(
            identity.Version?.StartsWith(KnownVersion, StringComparison.Ordinal) == true
                ? DoctorCode.Version
                : DoctorCode.VersionUnfamiliar,
            server,
            identity.Version ?? "The panel does not say its version."
        );
    }

    internal static void Refused(FindingList findings, string server, BillManagerException exception, bool hasDoubtfulCertificate)
    {
        var passedLogin = exception.Problem is BillManagerProblem.TwoFactorPending or BillManagerProblem.AccessLevelTooLow;
        if (passedLogin)
            findings.Add(DoctorCode.Login, server, "User and password are accepted.");
        if (hasDoubtfulCertificate && exception is { Problem: BillManagerProblem.Connection, IsTransient: false })
            findings.Skip(DoctorCode.Login, server, "The certificate is not accepted.");
        else
            findings.Add(CodeOf(exception), server, exception.Message);

        var why = "The panel did not let us in.";
        if (exception.Problem == BillManagerProblem.AccessLevelTooLow)
            findings.Add(DoctorCode.TwoFactor, server, "None is asked for.");
        else
        {
            if (exception.Problem != BillManagerProblem.TwoFactorPending)
                findings.Skip(DoctorCode.TwoFactor, server, why);
            findings.Skip(DoctorCode.AccessLevel, server, why);
        }

        findings.Skip(DoctorCode.Version, server, why);
    }

    internal static DoctorCode CodeOf(BillManagerException exception) =>
        exception switch
        {
            { Problem: BillManagerProblem.TwoFactorPending } => DoctorCode.TwoFactorPending,
            { Problem: BillManagerProblem.Captcha } => DoctorCode.LoginCaptcha,
            { Problem: BillManagerProblem.AccessLevelTooLow } => DoctorCode.AccessLevelTooLow,
            { Problem: BillManagerProblem.HtmlPage } => DoctorCode.NotThePanel,
            { Problem: BillManagerProblem.HttpStatus, Error: SettlementsError.NotFound or SettlementsError.InvalidResponse } =>
                DoctorCode.NotThePanel,
            { Problem: BillManagerProblem.PanelError, Error: SettlementsError.Forbidden or SettlementsError.NotFound } =>
                DoctorCode.FunctionRefused,
            { Error: var error } => OneCServiceJudgement.CodeOf(error),
        };
}
