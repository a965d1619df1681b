using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Settlements.Balances;

namespace BalanceImport;

/// <summary>Files of one moment, named as the sender names them.</summary>
/// <param name="Stamp">The moment as it stands in the names.</param>
/// <param name="AsOf">The moment.</param>
/// <param name="Kind">Whether the balances are everybody's.</param>
/// <param name="Files">One of balances, and what came before it.</param>
internal sealed partial record Arrival(
    string Stamp,
    Instant AsOf,
    BalanceImportKind Kind,
    IReadOnlyDictionary<BalanceImportPart, FileInfo> Files
)
{
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>What has arrived, the oldest first: balances are the last file of a moment that a sender puts there.</summary>
    public static IReadOnlyList<Arrival> In(DirectoryInfo folder)
    {
        var named = folder.EnumerateFiles().Select(file => (File: file, Match: Name().Match(file.Name))).Where(file => file.Match.Success);
        return
        [
            .. named
                .GroupBy(file => file.Match.Groups["stamp"].Value, StringComparer.Ordinal)
                .Where(group => group.Any(file => IsBalances(file.Match)) && Moment.Parse(group.Key).Success)
                .Select(group => new Arrival(
                    group.Key,
                    Moment.Parse(group.Key).Value,
                    group.Any(file => file.Match.Groups["part"].Value == "delta")
                        ? BalanceImportKind.Delta
                        : BalanceImportKind.FullSnapshot,
                    group.GroupBy(file => PartOf(file.Match)).ToDictionary(part => part.Key, part => part.First().File)
                ))
                .OrderBy(arrival => arrival.AsOf),
        ];
    }

    /// <summary>Something that changes when somebody still writes.</summary>
    public string Fingerprint() =>
        string.Join(
            '|',
            Files
                .Values.Select(file => FormattableString.Invariant($"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"))
                .Order(StringComparer.Ordinal)
        );

    private static bool IsBalances(Match name) => name.Groups["part"].Value is "balances" or "delta";

    private static BalanceImportPart PartOf(Match name) =>
        name.Groups["part"].Value switch
        {
            "documents" => BalanceImportPart.Documents,
            "payments" => BalanceImportPart.Payments,
            "terms" => BalanceImportPart.Terms,
            _ => BalanceImportPart.Balances,
        };

    [GeneratedRegex(
        @"^(?<part>balances|delta|documents|payments|terms)-(?<stamp>[0-9]{8}T[0-9]{6}Z)\.(csv|json|ndjson)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Name();
}
