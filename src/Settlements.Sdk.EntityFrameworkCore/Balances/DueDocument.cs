using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>An open document that has a due date, as pages over all counterparties have it.</summary>
internal sealed class DueDocument(OpenDocumentRow row, Currency currency)
{
    private const char Separator = '\u001F';

    public LocalDate Due { get; } = row.DueDate.GetValueOrDefault();

    public Guid Counterparty => row.CounterpartyId;

    /// <summary>Its place among those of one counterparty and day: made of all it says, since its place in the list moves when another is paid.</summary>
    public string Key { get; } = KeyOf(row);

    public bool IsBesides(DueDocument other) => Due == other.Due && Counterparty == other.Counterparty;

    public StoredDocument ToStored() => new(new CounterpartyId(row.CounterpartyId), row.ToDocument(currency));

    private static string KeyOf(OpenDocumentRow row) =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        Separator,
                        Text(row.DocumentId),
                        Text(row.Number),
                        row.Date is { } date ? LocalDatePattern.Iso.Format(date) : "",
                        Text(row.Amount),
                        Text(row.Outstanding),
                        Text(row.OrderId)
                    )
                )
            )
        );

    // Not stated and empty are two things.
    private static string Text(string? value) => value is null ? "" : "=" + value;

    // 10.50 is 10.5.
    private static string Text(decimal? value) => value?.ToString("G29", CultureInfo.InvariantCulture) ?? "";
}
