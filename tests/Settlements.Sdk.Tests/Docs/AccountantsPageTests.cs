using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Receivables;
using Settlements.Reminders;
using Settlements.Terms;
using Settlements.Tests.Conventions;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Settlements.Tests.Docs;

/// <summary>The examples of the accountants' page, worked through the library: the page cannot say what the rules do not do.</summary>
public sealed partial class AccountantsPageTests
{
    private static readonly CounterpartyId Customer = CounterpartyId.Parse("0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20");
    private static readonly LocalDate Today = new(2026, 11, 21);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);
    private static readonly LocalDatePattern Dates = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");

    private static readonly Dictionary<CreditFindingCode, string> Reasons = new()
    {
        [CreditFindingCode.Overdue] = "просрочка",
        [CreditFindingCode.OverdueUnknown] = "просрочка неизвестна",
        [CreditFindingCode.LimitExceeded] = "лимит превышен",
        [CreditFindingCode.LimitNear] = "лимит почти исчерпан",
        [CreditFindingCode.LimitUnknown] = "лимит неизвестен",
        [CreditFindingCode.DebtUnknown] = "долг неизвестен",
    };

    private static readonly Dictionary<ReminderActionKind, string> Actions = new()
    {
        [ReminderActionKind.MailCustomer] = "письмо",
        [ReminderActionKind.ManagerTask] = "задача",
        [ReminderActionKind.RecordOverdue] = "реестр",
        [ReminderActionKind.SetCreditFlag] = "запрет кредита",
    };

    [Fact]
    public void Orders_are_decided_as_the_page_says() => Check("Можно ли оформить заказ", Decide, "Решение", "Причины");

    [Fact]
    public void Orders_are_to_be_paid_when_the_page_says() => Check("Когда платить", Schedule, "Платежи");

    [Fact]
    public void Documents_are_overdue_when_the_page_says() => Check("Что просрочено", Overdue, "Просрочено");

    [Fact]
    public void Late_payments_cost_what_the_page_says() => Check("Пени и проценты", Charge, "Итого");

    [Fact]
    public void Customers_are_reminded_when_the_page_says() => Check("О чём напомнить сегодня", Remind, "Сегодня сделать");

    private static void Check(string section, Func<Row, string> work, params string[] results)
    {
        var rows = Rows(section);
        rows.Should().HaveCountGreaterThan(5);
        rows.Select(row => string.Join(" | ", row.Values) + " => " + work(row))
            .Should()
            .Equal(rows.Select(row => string.Join(" | ", row.Values) + " => " + string.Join(" | ", results.Select(column => row[column]))));
    }

    private static string Decide(Row row)
    {
        var balance = new CounterpartyBalance(Customer, Currency.Rub, Now)
        {
            Debt = Amount(row["Долг"]),
            Advance = Amount(row["Аванс"]),
            Overdue = Amount(row["Просрочено"]),
            Limit = Amount(row["Лимит"]) is { } limit ? new CreditLimit(limit) : null,
        };
        var order = new OrderToCheck("A-1", Customer, Amount(row["Заказ"])!.Value, Today, Terms(row["Условия"]));
        var facts = new CreditFacts(order, Today)
        {
            Reading = new BalanceReading(balance, BalanceOrigin.Live, Now, Duration.Zero),
            Holds = [Amount(row["Резервы"])!.Value],
        };
        var decision = CreditPolicy.Default.Decide(facts);
        var verdict = decision.Verdict switch
        {
            CreditVerdict.Allow => "разрешён",
            CreditVerdict.Warn => "предупреждение",
            _ => "запрещён",
        };
        return verdict + " | " + string.Join(", ", decision.Findings.Select(finding => Reasons[finding.Code]));
    }

    private static string Schedule(Row row)
    {
        var roll = row["Перенос"] switch
        {
            "нет" => HolidayRoll.None,
            "на следующий рабочий" => HolidayRoll.Following,
            "на предыдущий рабочий" => HolidayRoll.Preceding,
            var other => throw new FormatException(other),
        };
        var schedule = Terms(row["Условия"])
            .WithRoll(roll)
            .Schedule(Amount(row["Сумма"])!.Value, TermsDates.OrderedOn(Date(row["Дата заказа"])!.Value), ProductionCalendar.Russia);
        return string.Join("; ", schedule.Installments.Select(part => $"{Text(part.Amount)} до {Dates.Format(part.Due!.Value)}"));
    }

    private static string Overdue(Row row)
    {
        OpenDocument[] documents = [new() { DueDate = Date(row["Срок оплаты"]), Outstanding = Amount(row["Остаток"]) }];
        var grace = int.Parse(row["Льготных дней"], CultureInfo.InvariantCulture);
        var sum = OverdueDocuments.Sum(documents, Currency.Rub, Date(row["Сегодня"])!.Value, grace);
        return sum is { } known ? Text(known) : "?";
    }

    private static string Charge(Row row)
    {
        var rate = Rate().Match(row["Ставка"]);
        var percent = Number(rate.Groups["percent"].Value);
        var charge =
            rate.Groups["period"].Value == "в день"
                ? LateCharge.PerDay(percent)
                : LateCharge.PerYear(new LateChargeRate(new LocalDate(2020, 1, 1), percent));
        if (row["День платежа"] == "входит")
            charge = charge.IncludingPaymentDay();
        var paid = row["Оплачено"];
        ReceivedPayment[] payments =
            paid.Length == 0
                ? []
                :
                [
                    new()
                    {
                        Id = "1",
                        Amount = Amount(paid[..^11])!.Value,
                        Date = Date(paid[^10..])!.Value,
                    },
                ];
        var due = Date(row["Срок"])!.Value;
        return Text(charge.Reckon(Amount(row["Сумма"])!.Value, due, Date(row["По дату"])!.Value, payments).Total);
    }

    private static string Remind(Row row)
    {
        var due = Date(row["Срок"])!.Value;
        var receivable = new Receivable
        {
            Id = "A-1",
            Counterparty = "C-1",
            Due = due,
            Outstanding = Amount(row["Остаток"])!.Value,
            Status = ReceivableStatus.AwaitingPayment,
        };
        var sent = row["Уже сделано"]
            .Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(step => new SentReminder(new ReminderKey("A-1", due, step), due.PlusDays(-9)));
        var plan = ReminderPlanner.Plan(Date(row["Сегодня"])!.Value, [receivable], [.. sent], flagged: []);
        return string.Join(", ", plan.Actions.Select(action => Actions[action.Kind]));
    }

    private static PaymentTerms Terms(string text)
    {
        if (text == "предоплата")
            return PaymentTerms.Prepay();
        if (Deferral().Match(text) is { Success: true } deferred)
            return PaymentTerms.Deferred(int.Parse(deferred.Groups["days"].Value, CultureInfo.InvariantCulture));
        var mixed = Mixed().Match(text);
        return PaymentTerms.Mixed(
            Number(mixed.Groups["percent"].Value),
            int.Parse(mixed.Groups["days"].Value, CultureInfo.InvariantCulture)
        );
    }

    private static Money? Amount(string text) => text == "?" ? null : Money.Rub(Number(text));

    private static decimal Number(string text) =>
        decimal.Parse(text.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture);

    private static string Text(Money amount) =>
        amount.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',');

    private static LocalDate? Date(string text) => text == "?" ? null : Dates.Parse(text).GetValueOrThrow();

    /// <summary>The rows of the one table under a heading.</summary>
    private static List<Row> Rows(string section)
    {
        var lines = File.ReadAllLines(Repository.Path("docs/for-accountants.md"))
            .SkipWhile(line => line != "## " + section)
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        return
        [
            .. lines
                .Skip(2)
                .Select(Row (cells) => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)),
        ];
    }

    [GeneratedRegex("^отсрочка (?<days>[0-9]+) д(ень|ня|ней)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Deferral();

    [GeneratedRegex(
        "^(?<percent>[0-9,]+) % сразу, остальное через (?<days>[0-9]+) д(ень|ня|ней)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Mixed();

    [GeneratedRegex("^(?<percent>[0-9,]+) % (?<period>в день|годовых)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rate();
}
