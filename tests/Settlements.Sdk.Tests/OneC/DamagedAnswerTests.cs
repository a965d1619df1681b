using System.Text;
using System.Text.Json;
using RichardSzalay.MockHttp;
using Settlements.OneC;

namespace Settlements.Tests.OneC;

/// <summary>An answer that was damaged on its way is refused, or says exactly what its bytes say.</summary>
public sealed class DamagedAnswerTests
{
    private const string Answer = """
        {
        "counterparty_id": "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b",
        "currency": "RUB",
        "debt": 125000.5,
        "advance": 10,
        "overdue_debt": 20000,
        "credit_limit": 500000,
        "blocked": false,
        "unknown": {"a": [1, "\u0416", null], "b": {}},
        "documents": [
        {
        "id": "0d9c8b7a-1111-4222-8333-444455556666",
        "number": "УТ-17",
        "date": "2026-10-02T12:00:00",
        "due_date": "2026-11-01T00:00:00",
        "amount": 30000,
        "outstanding": 20000.25,
        "order_id": "A-17"
        },
        {
        "id": "00000000-0000-0000-0000-000000000000",
        "number": "УТ-18",
        "date": "0001-01-01T00:00:00",
        "due_date": "",
        "amount": 100,
        "outstanding": -7,
        "order_id": ""
        },
        {
        "id": "0d9c8b7a-1111-4222-8333-444455556668",
        "number": "УТ-19",
        "date": "2026-10-03T12:00:00",
        "due_date": null,
        "amount": "1 000,5",
        "outstanding": 1e2,
        "order_id": "A\u002d19"
        },
        {
        "number": "УТ-20",
        "outstanding": 5
        }
        ]
        }
        """;

    private const string Insertions = "{}[]\",:0123456789.-+eE \\\n\tnul\u0001";
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Answer);
    private static readonly ReadingRules Rules = new(new OneCOptions());

    [Fact]
    public void No_beginning_of_an_answer_is_taken_for_the_whole()
    {
        for (var length = 0; length < Bytes.Length; length++)
            Reading(Bytes.AsSpan(0, length)).Should().BeOfType<UnreadableAnswerException>($"only {length} bytes came");
        Reading(Bytes).Should().BeOfType<BalanceDraft>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Damage_is_refused_or_read_as_it_stands(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 6_000; round++)
        {
            var damaged = Damaged(random);
            var reading = Reading(damaged);
            if (reading is BalanceDraft draft)
                Compare(draft, damaged, $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Rows_read_without_tokens_are_the_rows_read_with_them(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 6_000; round++)
        {
            var damaged = Damaged(random);
            Said(Reading(damaged)).Should().Be(Said(Reading(damaged, mayJump: false)), $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [InlineData(21)]
    public async Task The_client_gives_a_balance_or_its_own_exception(int seed)
    {
        var random = new Random(seed);
        await using var host = new OneCHost();
        var body = Bytes;
        host.Wire.Fallback.Respond(_ => new HttpResponseMessage { Content = new ByteArrayContent(body) });
        for (var round = 0; round < 1_500; round++)
        {
            body = Damaged(random);
            try
            {
                (await host.AskAsync()).Counterparty.Should().Be(OneCHost.Counterparty);
            }
            catch (OneCException error)
            {
                error.Error.Should().BeOneOf(SettlementsError.InvalidResponse, SettlementsError.Rejected, SettlementsError.TooLarge);
            }
            catch (Exception other)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}", other);
            }
        }
    }

    private static byte[] Damaged(Random random)
    {
        var bytes = Bytes.ToList();
        for (var damage = random.Next(1, 4); damage > 0; damage--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 8), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, (byte)Insertions[random.Next(Insertions.Length)]);
                    break;
                case 3:
                    var from = random.Next(bytes.Count);
                    bytes.InsertRange(at, bytes.GetRange(from, Math.Min(random.Next(1, 40), bytes.Count - from)));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static object Reading(ReadOnlySpan<byte> bytes, bool mayJump = true)
    {
        try
        {
            return BalanceJsonReader.Read(BodyText.Of(bytes.ToArray(), null).Utf8.Span, Rules, mayJump);
        }
        catch (UnreadableAnswerException refused)
        {
            return refused;
        }
    }

    private static string Said(object reading) =>
        reading is BalanceDraft draft
            ? string.Join(
                '\n',
                [
                    .. (draft.Documents ?? []).Select(document => document.ToString()),
                    .. draft.Notes.All.Select(note => note.ToString()),
                    $"{draft.Currency} {draft.Debt} {draft.Advance} {draft.Overdue} {draft.Limit} {draft.Blocked} {draft.Counterparty} {draft.Stated} {draft.SaysFailure}",
                ]
            )
            : ((UnreadableAnswerException)reading).Message;

    private static void Compare(BalanceDraft draft, byte[] damaged, string where)
    {
        // A parser of another make, which refuses broken JSON and keys that stand twice, must agree.
        using var document = JsonDocument.Parse(
            BodyText.Of(damaged, null).Utf8,
            new JsonDocumentOptions { AllowDuplicateProperties = false }
        );
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            return;
        Compare(draft.Debt, root, "debt", where);
        Compare(draft.Advance, root, "advance", where);
        Compare(draft.Overdue, root, "overdue_debt", where);
        Compare(draft.Limit, root, "credit_limit", where);
        if (!root.TryGetProperty("documents", out var rows) || rows.ValueKind != JsonValueKind.Array)
            return;
        draft.Documents.Should().HaveCount(rows.GetArrayLength(), where);
        foreach (var (row, read) in rows.EnumerateArray().Zip(draft.Documents!))
        {
            Compare(read.Outstanding, row, "outstanding", where);
            Compare(read.Amount, row, "amount", where);
        }
    }

    private static void Compare(Money? read, JsonElement element, string key, string where)
    {
        if (!element.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            read.Should().BeNull(where);
        else if (value.ValueKind == JsonValueKind.Number)
            read!.Value.Amount.Should().Be(value.GetDecimal(), where);
    }
}
