using System.Globalization;
using NodaTime;
using Settlements.Reminders;

namespace Settlements.Tests.Reminders;

public sealed class ReminderMessageTests
{
    private static readonly LocalDate Due = new(2026, 11, 24);

    [Theory]
    [InlineData(
        "ru",
        -3,
        "Напоминаем: срок оплаты по документу № 17 от 01.11.2026 наступает через 3 дня, 24.11.2026. К оплате: 10 000,50 RUB."
    )]
    [InlineData(
        "ru",
        -1,
        "Напоминаем: срок оплаты по документу № 17 от 01.11.2026 наступает через 1 день, 24.11.2026. К оплате: 10 000,50 RUB."
    )]
    [InlineData(
        "ru",
        -5,
        "Напоминаем: срок оплаты по документу № 17 от 01.11.2026 наступает через 5 дней, 24.11.2026. К оплате: 10 000,50 RUB."
    )]
    [InlineData(
        "ru-RU",
        0,
        "Напоминаем: срок оплаты по документу № 17 от 01.11.2026 наступает сегодня, 24.11.2026. К оплате: 10 000,50 RUB."
    )]
    [InlineData("ru", 21, "Срок оплаты по документу № 17 от 01.11.2026 истёк 24.11.2026, 21 день назад. К оплате: 10 000,50 RUB.")]
    [InlineData("ru", 12, "Срок оплаты по документу № 17 от 01.11.2026 истёк 24.11.2026, 12 дней назад. К оплате: 10 000,50 RUB.")]
    [InlineData(
        "en",
        -3,
        "A reminder: payment for document No. 17 of 1 November 2026 is due in 3 days, on 24 November 2026. To pay: 10,000.50 RUB."
    )]
    [InlineData(
        "en-GB",
        -1,
        "A reminder: payment for document No. 17 of 1 November 2026 is due in 1 day, on 24 November 2026. To pay: 10,000.50 RUB."
    )]
    [InlineData(
        "en",
        0,
        "A reminder: payment for document No. 17 of 1 November 2026 is due today, 24 November 2026. To pay: 10,000.50 RUB."
    )]
    [InlineData("de", 2, "Payment for document No. 17 of 1 November 2026 was due on 24 November 2026, 2 days ago. To pay: 10,000.50 RUB.")]
    public void Tells_the_customer_when_for_what_and_how_much(string language, int day, string expected) =>
        Plain(Message(day) with { Language = CultureInfo.GetCultureInfo(language) }).Should().Be(expected);

    [Theory]
    [InlineData(
        "ru",
        "Ромашка",
        "Ромашка: срок оплаты по документу № 17 от 01.11.2026 истёк 24.11.2026, 2 дня назад. К оплате: 10 000,50 RUB."
    )]
    [InlineData("ru", null, "C-1: срок оплаты по документу № 17 от 01.11.2026 истёк 24.11.2026, 2 дня назад. К оплате: 10 000,50 RUB.")]
    [InlineData(
        "en",
        "Camomile",
        "Camomile: payment for document No. 17 of 1 November 2026 was due on 24 November 2026, 2 days ago. To pay: 10,000.50 RUB."
    )]
    public void Tells_the_manager_who(string language, string? name, string expected) =>
        Plain(
                Message(2) with
                {
                    Action = ReminderActionKind.ManagerTask,
                    CounterpartyName = name,
                    Language = CultureInfo.GetCultureInfo(language),
                }
            )
            .Should()
            .Be(expected);

    [Fact]
    public void Leaves_out_what_is_not_known_and_says_what_is_left_of_the_whole()
    {
        var message = Message(0);
        var bare = message with { Receivable = message.Receivable with { Number = null } };
        var undated = message with { Receivable = message.Receivable with { Date = null, Number = "{0}" } };
        var part = message with { Receivable = message.Receivable with { Amount = Money.Rub(20_000.5m) } };
        var whole = message with { Receivable = message.Receivable with { Amount = Money.Rub(10_000.5m) } };

        Plain(bare).Should().Be("Напоминаем: срок оплаты наступает сегодня, 24.11.2026. К оплате: 10 000,50 RUB.");
        Plain(undated).Should().StartWith("Напоминаем: срок оплаты по документу № {0} наступает");
        Plain(part).Should().EndWith("Осталось оплатить: 10 000,50 RUB из 20 000,50 RUB.");
        Plain(whole).Should().EndWith("К оплате: 10 000,50 RUB.");
    }

    [Fact]
    public void Has_one_key_for_all_attempts_and_another_for_each_action()
    {
        var mail = Message(0);

        mail.IdempotencyKey.Should().Be("mailCustomer/2026-11-24/dueDay/A-1");
        (mail with { Attempt = 2, Today = Due.PlusDays(1) }).IdempotencyKey.Should().Be(mail.IdempotencyKey);
        (mail with { Action = ReminderActionKind.ManagerTask }).IdempotencyKey.Should().Be("managerTask/2026-11-24/dueDay/A-1");
    }

    /// <summary>With plain spaces in place of those that do not break.</summary>
    private static string Plain(ReminderMessage message) => message.Text.Replace('\u00A0', ' ');

    private static ReminderMessage Message(int day) =>
        new()
        {
            Key = new ReminderKey("A-1", Due, "dueDay"),
            Action = ReminderActionKind.MailCustomer,
            Today = Due.PlusDays(day),
            Language = CultureInfo.GetCultureInfo("ru"),
            Receivable = new Receivable
            {
                Id = "A-1",
                Counterparty = "C-1",
                Due = Due,
                Outstanding = Money.Rub(10_000.5m),
                Status = ReceivableStatus.AwaitingPayment,
                Number = "17",
                Date = new LocalDate(2026, 11, 1),
            },
        };
}
