namespace Settlements.Diagnosis;

/// <summary>What a check found: its own name where all is well or it was skipped, else the trouble.</summary>
/// <remarks>Names stay as they are; new ones come with new checks. Cause and cure of each: <c>docs/doctor.md</c>.</remarks>
public enum DoctorCode
{
    /// <summary>The options: valid.</summary>
    Options,

    /// <summary>The server's name: it has addresses.</summary>
    Address,

    /// <summary>The connection: made, in good time.</summary>
    Connection,

    /// <summary>The certificate: trusted, and valid for long enough; or plain http within one machine, where none is needed.</summary>
    Certificate,

    /// <summary>The login: accepted.</summary>
    Login,

    /// <summary>The server's clock: as ours.</summary>
    Clock,

    /// <summary>The service: it answers in its own words.</summary>
    Service,

    /// <summary>Sessions and requests at one time: within what a publication has by default.</summary>
    Sessions,

    /// <summary>A counterparty that nobody knows: answered as such.</summary>
    UnknownCounterparty,

    /// <summary>A key of the answer: read, or left out where nothing depends on it.</summary>
    Field,

    /// <summary>The figures of one answer: they agree with each other.</summary>
    Figures,

    /// <summary>The open documents: each with what the rules need.</summary>
    Documents,

    /// <summary>The moment of the figures: neither old nor to come.</summary>
    AsOf,

    /// <summary>The panel's version: one that the client was made for.</summary>
    Version,

    /// <summary>The second factor: none is asked for.</summary>
    TwoFactor,

    /// <summary>The employee's level: an administrator's.</summary>
    AccessLevel,

    /// <summary>The columns of a list, or the fields of a form: shown.</summary>
    Columns,

    /// <summary>The filter of the payment list: none is saved for this user.</summary>
    SavedFilter,

    /// <summary>The payment method of a kind of document: found.</summary>
    PaymentMethod,

    /// <summary>The currency: the panel has it, once.</summary>
    Currency,

    /// <summary>A receiving company: with a valid TIN of its own.</summary>
    Company,

    /// <summary>An option is missing or wrong.</summary>
    OptionsInvalid,

    /// <summary>The server's name has no address.</summary>
    NameUnknown,

    /// <summary>No connection can be made.</summary>
    NoConnection,

    /// <summary>The connection took long.</summary>
    ConnectionSlow,

    /// <summary>Plain http to another machine.</summary>
    PlainHttp,

    /// <summary>The certificate is not trusted, or is another server's.</summary>
    CertificateUntrusted,

    /// <summary>The certificate is out of date, or not valid yet.</summary>
    CertificateExpired,

    /// <summary>The certificate ends soon.</summary>
    CertificateExpiring,

    /// <summary>No TLS connection can be made.</summary>
    TlsFailed,

    /// <summary>The server's clock is another than ours.</summary>
    ClockDiffers,

    /// <summary>User, password, key or token were refused.</summary>
    LoginRefused,

    /// <summary>Known, and not let in (403).</summary>
    LoginForbidden,

    /// <summary>The server cannot serve now: maintenance, no licence, a broken connection, a proxy's error.</summary>
    ServiceUnavailable,

    /// <summary>Too many requests at once: no free session (406), or 429.</summary>
    ServiceBusy,

    /// <summary>No answer in time.</summary>
    ServiceTimeout,

    /// <summary>Refused with an error of its own.</summary>
    ServiceRejected,

    /// <summary>The answer is not what the contract says.</summary>
    AnswerUnreadable,

    /// <summary>The answer is larger than allowed.</summary>
    AnswerTooLarge,

    /// <summary>The check itself failed in a way that nobody foresaw.</summary>
    CheckBroken,

    /// <summary>There is no such publication or service (404).</summary>
    ServiceNotFound,

    /// <summary>The service does not know the counterparty named.</summary>
    CounterpartyUnknown,

    /// <summary>The answer is for another counterparty.</summary>
    AnotherCounterparty,

    /// <summary>A counterparty that does not exist has figures.</summary>
    UnknownCounterpartyHasBalance,

    /// <summary>The debt is missing or null.</summary>
    DebtMissing,

    /// <summary>A key that matters is missing.</summary>
    FieldMissing,

    /// <summary>A key that matters is null.</summary>
    FieldNull,

    /// <summary>A value cannot be read, which refuses the whole answer.</summary>
    FieldUnreadable,

    /// <summary>A value was read in a way that may be wrong.</summary>
    FieldDoubtful,

    /// <summary>An unknown key looks like one that is missing.</summary>
    KeySimilar,

    /// <summary>The debt seems to have the wrong sign.</summary>
    DebtSignDoubtful,

    /// <summary>The amounts seem to be in another unit than <c>AmountUnit</c> says.</summary>
    AmountUnitDoubtful,

    /// <summary>A negative debt stands beside an advance: one prepayment counts twice.</summary>
    AdvanceTwice,

    /// <summary>More is overdue than is owed.</summary>
    OverdueAboveDebt,

    /// <summary>A limit of zero for a customer who owes.</summary>
    LimitZero,

    /// <summary>Documents have no due date.</summary>
    DocumentsWithoutDueDate,

    /// <summary>Documents do not say what is still to be paid.</summary>
    DocumentsWithoutOutstanding,

    /// <summary>No document names an order.</summary>
    DocumentsWithoutOrderId,

    /// <summary>The figures are of a moment to come.</summary>
    AsOfInFuture,

    /// <summary>The figures are old.</summary>
    AsOfStale,

    /// <summary>The publication hands out sessions that the client does not keep.</summary>
    SessionCookieSeen,

    /// <summary>The client asks for sessions that the publication does not keep.</summary>
    SessionsNotKept,

    /// <summary>More requests may run at once than a publication has sessions by default.</summary>
    RequestsAbovePool,

    /// <summary>Something else than the panel answers at the address.</summary>
    NotThePanel,

    /// <summary>The login waits for a second factor.</summary>
    TwoFactorPending,

    /// <summary>The login asks for a captcha.</summary>
    LoginCaptcha,

    /// <summary>The user's level is below <c>MinimumLevel</c>.</summary>
    AccessLevelTooLow,

    /// <summary>The user is no administrator.</summary>
    AccessLevelLow,

    /// <summary>The panel is of another version than 6, or does not say.</summary>
    VersionUnfamiliar,

    /// <summary>The panel refuses a function, or does not have it.</summary>
    FunctionRefused,

    /// <summary>Columns are not shown that the client cannot do without.</summary>
    ColumnsMissing,

    /// <summary>Columns are not shown that the client does better with.</summary>
    ColumnsHidden,

    /// <summary>A filter is saved that narrows the payment list.</summary>
    SavedFilterInForce,

    /// <summary>No payment method fits a kind of document.</summary>
    PaymentMethodMissing,

    /// <summary>Several payment methods fit a kind of document.</summary>
    PaymentMethodAmbiguous,

    /// <summary>The panel does not have the currency.</summary>
    CurrencyMissing,

    /// <summary>Several currencies of the panel have one code.</summary>
    CurrencyAmbiguous,

    /// <summary>A company has no TIN.</summary>
    CompanyTinMissing,

    /// <summary>A company's TIN is not valid.</summary>
    CompanyTinInvalid,

    /// <summary>Two companies have one TIN.</summary>
    CompanyTinShared,
}
