namespace Settlements.Diagnosis;

/// <summary>How bad each finding is.</summary>
internal static class DoctorSeverity
{
    private static readonly HashSet<DoctorCode> Warnings =
    [
        DoctorCode.ConnectionSlow,
        DoctorCode.PlainHttp,
        DoctorCode.CertificateExpiring,
        DoctorCode.ClockDiffers,
        DoctorCode.CounterpartyUnknown,
        DoctorCode.UnknownCounterpartyHasBalance,
        DoctorCode.FieldMissing,
        DoctorCode.FieldNull,
        DoctorCode.FieldDoubtful,
        DoctorCode.KeySimilar,
        DoctorCode.DebtSignDoubtful,
        DoctorCode.AmountUnitDoubtful,
        DoctorCode.OverdueAboveDebt,
        DoctorCode.LimitZero,
        DoctorCode.DocumentsWithoutDueDate,
        DoctorCode.DocumentsWithoutOutstanding,
        DoctorCode.DocumentsWithoutOrderId,
        DoctorCode.AsOfInFuture,
        DoctorCode.AsOfStale,
        DoctorCode.SessionCookieSeen,
        DoctorCode.SessionsNotKept,
        DoctorCode.RequestsAbovePool,
        DoctorCode.AccessLevelLow,
        DoctorCode.VersionUnfamiliar,
        DoctorCode.ColumnsHidden,
        DoctorCode.SavedFilterInForce,
        DoctorCode.PaymentMethodAmbiguous,
        DoctorCode.CurrencyMissing,
        DoctorCode.CompanyTinMissing,
        DoctorCode.CompanyTinInvalid,
        DoctorCode.CompanyTinShared,
    ];

    private static readonly HashSet<DoctorCode> Failures =
    [
        DoctorCode.OptionsInvalid,
        DoctorCode.NameUnknown,
        DoctorCode.NoConnection,
        DoctorCode.CertificateUntrusted,
        DoctorCode.CertificateExpired,
        DoctorCode.TlsFailed,
        DoctorCode.LoginRefused,
        DoctorCode.LoginForbidden,
        DoctorCode.ServiceUnavailable,
        DoctorCode.ServiceBusy,
        DoctorCode.ServiceTimeout,
        DoctorCode.ServiceRejected,
        DoctorCode.AnswerUnreadable,
        DoctorCode.AnswerTooLarge,
        DoctorCode.CheckBroken,
        DoctorCode.ServiceNotFound,
        DoctorCode.AnotherCounterparty,
        DoctorCode.DebtMissing,
        DoctorCode.FieldUnreadable,
        DoctorCode.AdvanceTwice,
        DoctorCode.NotThePanel,
        DoctorCode.TwoFactorPending,
        DoctorCode.LoginCaptcha,
        DoctorCode.AccessLevelTooLow,
        DoctorCode.FunctionRefused,
        DoctorCode.ColumnsMissing,
        DoctorCode.PaymentMethodMissing,
        DoctorCode.CurrencyAmbiguous,
    ];

    internal static DoctorResult Of(DoctorCode code) =>
        Failures.Contains(code) ? DoctorResult.Failure
        : Warnings.Contains(code) ? DoctorResult.Warning
        : DoctorResult.Ok;
}
