using System.Globalization;
using Settlements.Linking;
using Settlements.Payers;
using Settlements.Testing;

namespace Settlements.Tests.Linking;

/// <summary>Short words for the tests of linking.</summary>
internal static class LinkingGiven
{
    internal const string Inn = "7707083893";
    internal const string Moscow = "773601001";
    internal const string Kazan = "165502001";

    internal static readonly ManualTimeProvider Time = new(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));

    internal static TaxId Company(string? kpp = null, string inn = Inn) => TaxId.Parse(inn, TaxIdCountry.Russia, kpp);

    /// <summary>The counterparty with this number: 1, 2, 3 ...</summary>
    internal static CounterpartyId Id(int number) =>
        CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-" + number.ToString("d12", CultureInfo.InvariantCulture));

    internal static DirectoryCounterparty Entry(int number, TaxId? taxId, bool isDeleted = false) =>
        new()
        {
            Id = Id(number),
            TaxId = taxId,
            Name = "ООО Ромашка",
            IsDeleted = isDeleted,
        };

    internal static UserToLink User(string id, TaxId? taxId = null, int? stored = null, NewCounterparty? registration = null) =>
        new()
        {
            UserId = id,
            TaxId = taxId,
            StoredId = stored is { } number ? Id(number) : null,
            Registration = registration,
        };

    internal static NewCounterparty New(TaxId? taxId, string key = "user-1") =>
        new()
        {
            Key = key,
            Name = "ООО Ромашка",
            Kind = CounterpartyKind.Company,
            TaxId = taxId,
        };

    internal static CounterpartyLinker Linker(
        ICounterpartyDirectory? directory,
        ICounterpartyLinkStore? links = null,
        CounterpartyLinkerOptions? options = null
    ) => new(links ?? new InMemoryCounterpartyLinkStore(), options ?? new CounterpartyLinkerOptions(), Time, directory);
}
