using System.Globalization;
using System.Text;

namespace Settlements.Benchmarks;

/// <summary>An answer of the contract as the platform lays it out, with as many open documents as a size takes.</summary>
internal static class OneCBalanceBody
{
    internal static readonly CounterpartyId Counterparty = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");

    internal static byte[] Of(int bytes)
    {
        var text = new StringBuilder();
        text.Append("{\n\"counterparty_id\": \"")
            .Append(Counterparty)
            .Append("\",\n\"currency\": \"RUB\",\n\"debt\": 125000.5,\n\"advance\": 0,\n");
        text.Append("\"overdue_debt\": 20000,\n\"credit_limit\": 500000,\n\"credit_limit_enforced\": true,\n\"blocked\": false,\n");
        text.Append(
            "\"last_payment_date\": \"2026-11-10T00:00:00\",\n\"last_payment_sum\": 7000.25,\n\"updated_at\": \"2026-11-21T11:59:30\",\n\"documents\": ["
        );
        for (var row = 0; text.Length < bytes - 200; row++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(row == 0 ? "" : ",")}\n{{\n\"id\": \"0d9c8b7a-1111-4222-8333-{row:D12}\",\n\"number\": \"УТ-{row:D6}\",\n\"date\": \"2026-{row % 12 + 1:D2}-{row % 28 + 1:D2}T12:30:00\",\n\"due_date\": \"2026-{row % 12 + 1:D2}-28T00:00:00\",\n\"amount\": {row * 37 + 1000}.{row % 9 + 1},\n\"outstanding\": {row * 31 + 500},\n\"order_id\": \"A-{row}\"\n}}"
            );
        return Encoding.UTF8.GetBytes(text.Append("\n],\n\"payments\": []\n}").ToString());
    }
}
