using System.Text.Json;

namespace Settlements.Testing.OneC;

/// <summary>What a request asks to register.</summary>
internal sealed record RegistrationBody(string Json, string Key, string Name, string? Tin, string? Kpp)
{
    /// <summary>Reads a body as 1C's code does: names letter for letter, and a name that is missing is a failure.</summary>
    /// <exception cref="FormatException">It cannot be read; the message is what the platform says.</exception>
    public static RegistrationBody Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            foreach (var name in (string[])["kind", "country", "email", "phone"])
                _ = Text(root, name);
            return new RegistrationBody(
                json,
                Text(root, "idempotency_key") ?? throw Missing("idempotency_key"),
                Text(root, "name") ?? throw Missing("name"),
                Text(root, "tin"),
                Text(root, "kpp")
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("Ошибка чтения JSON", e);
        }
    }

    public EmulatedCounterparty ToCounterparty() =>
        new()
        {
            Name = Name,
            Tin = Tin ?? "",
            Kpp = Kpp ?? "",
            Deleted = false,
        };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? (value.GetString() is { Length: > 0 } text ? text : null) : throw Missing(name);

    private static FormatException Missing(string name) => new($"Поле объекта не обнаружено ({name})");
}
