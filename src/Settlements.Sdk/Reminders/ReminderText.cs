using System.Globalization;
using System.Resources;
using NodaTime;

namespace Settlements.Reminders;

/// <summary>Says a reminder in plain words, to the customer or to the manager.</summary>
internal sealed class ReminderText
{
    private static readonly ResourceManager Resources = new(typeof(ReminderText));
    private static readonly ReminderText English = new(Language.English, CultureInfo.InvariantCulture);

    private readonly Language _language;
    private readonly CultureInfo _resourceCulture;

    private ReminderText(Language language, CultureInfo resourceCulture)
    {
        _language = language;
        _resourceCulture = resourceCulture;
    }

    internal static ReminderText For(CultureInfo culture) =>
        Language.Of(culture) == Language.Russian ? new ReminderText(Language.Russian, culture) : English;

    internal string Describe(ReminderMessage message)
    {
        var reader = message.Action == ReminderActionKind.MailCustomer ? "Mail" : "Task";
        var when = message.DaysUntilDue switch
        {
            > 0 => "Before",
            0 => "Today",
            _ => "After",
        };
        var receivable = message.Receivable;
        var due = Say(
            $"{reader}.{when}",
            Document(receivable),
            Days(Math.Abs((long)message.DaysUntilDue)),
            Date(receivable.Due),
            message.CounterpartyName ?? receivable.Counterparty
        );
        return $"{due} {Open(receivable)}";
    }

    private string Document(Receivable receivable) =>
        receivable switch
        {
            { Number: null } => "",
            { Date: { } date } => Say("Document.Dated", receivable.Number, Date(date)),
            _ => Say("Document", receivable.Number),
        };

    private string Open(Receivable receivable)
    {
        var open = receivable.Outstanding.Format(_language.Numbers);
        return receivable.Amount is { } whole && whole.Currency == receivable.Outstanding.Currency && receivable.Outstanding < whole
            ? Say("Open.Part", open, whole.Format(_language.Numbers))
            : Say("Open", open);
    }

    private string Days(long count) => Say($"Days.{_language.PluralForm(count)}", count);

    private string Date(LocalDate date) => _language.Dates.Format(date);

    private string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Resource(key), values);

    private string Resource(string key) =>
        Resources.GetString(key, _resourceCulture) ?? throw new MissingManifestResourceException($"The text '{key}' is missing.");
}
