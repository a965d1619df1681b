using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>How payment documents are exported.</summary>
public sealed class PaymentExportOptions
{
    /// <summary>A part of the name of the payment method for cash receipt orders.</summary>
    /// <value>Not blank. Default «Оплата наличными». Case and ё/е do not matter.</value>
    public string CashReceiptMethod { get; set; } = "Оплата наличными";

    /// <summary>A part of the name of the payment method for incoming payment orders.</summary>
    /// <value>Not blank. Default «Оплата банковской картой», as in the vendor's text for its own 1C configuration.</value>
    public string IncomingPaymentMethod { get; set; } = "Оплата банковской картой";

    /// <summary>A part of the name of the payment method for payments by card.</summary>
    /// <value>Not blank. Default «Оплата платежной картой через терминал».</value>
    public string CardPaymentMethod { get; set; } = "Оплата платежной картой через терминал";

    /// <summary>What to do when several payers fit equally well.</summary>
    /// <value>Default <see cref="OnAmbiguousPayer.Wait"/>: a person decides.</value>
    public OnAmbiguousPayer OnAmbiguousPayer { get; set; } = OnAmbiguousPayer.Wait;

    /// <summary>What to do when a document changes after its payment was credited.</summary>
    /// <value>Default <see cref="Payments.OnCreditedChange.AskPerson"/>.</value>
    public OnCreditedChange OnCreditedChange { get; set; } = OnCreditedChange.AskPerson;

    /// <summary>How many clients are worked on at one time; documents of one client go one after the other.</summary>
    /// <value>1 to 64. Default 4.</value>
    public int MaxParallelClients { get; set; } = 4;

    /// <summary>How many documents one run takes; the others wait for the next.</summary>
    /// <value>1 to 1,000,000. Default 10,000.</value>
    public int MaxDocuments { get; set; } = 10_000;

    /// <summary>How long a document that could not be exported for a passing reason waits after the first try; each further try doubles it.</summary>
    /// <value>0 to 1 day. Default 1 minute.</value>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest of these pauses.</summary>
    /// <value><see cref="FirstPause"/> to 7 days. Default 6 hours.</value>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long a document belongs to the process that works on it; begins anew with each step.</summary>
    /// <value>2 minutes to 1 day, and several times the panel's time-out. Default 15 minutes.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many documents may fail one after the other on the way to the panel before a run counts the panel as down and stops.</summary>
    /// <value>1 to 100. Default 3. A connection that cannot be made at all stops the run at once.</value>
    public int StopAfterFailures { get; set; } = 3;

    internal string MethodFor(PaymentDocumentKind kind) =>
        kind switch
        {
            PaymentDocumentKind.CashReceipt => CashReceiptMethod,
            PaymentDocumentKind.IncomingPayment => IncomingPaymentMethod,
            PaymentDocumentKind.CardPayment => CardPaymentMethod,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of payment document."),
        };

    internal TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause;
        for (var i = 1; i < attempts && pause < LongestPause; i++)
            pause += pause;
        return pause < LongestPause ? pause : LongestPause;
    }
}
