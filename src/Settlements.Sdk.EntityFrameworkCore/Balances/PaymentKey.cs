using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>What a payment is known by in the history: its id, or, where the source gives none, number, day and amount.</summary>
internal static class PaymentKey
{
    // An index entry of PostgreSQL has room for some 2,700 bytes.
    private const int Longest = 200;
    private const char Separator = '\u001F';

    public static string Of(BalancePayment payment)
    {
        var key = payment.Id is { } id
            ? "id:" + id
            : "as:" + Text(payment.Number) + Separator + DayOf(payment.Date) + Separator + Text(payment.Amount?.ToString());
        return key.Length <= Longest ? key : "of:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>ISO text; empty when the day is not known.</summary>
    public static string DayOf(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    // Not stated and empty are two things.
    private static string Text(string? value) => value is null ? "" : "=" + value;
}
