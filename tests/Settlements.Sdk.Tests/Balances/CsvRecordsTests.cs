using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;
using Settlements.Balances;
using Settlements.OneC;

namespace Settlements.Tests.Balances;

/// <summary>Our splitting of CSV, held against CsvHelper's, which no trimmed program can use.</summary>
public sealed class CsvRecordsTests
{
    private static readonly Gen<string> Text = Gen.Elements("a", "Ж", ";", ";", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ", "12")
        .ArrayOf()
        .Select(string.Concat);

    [Fact]
    public void Splits_any_text_as_CsvHelper_does() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000).WithReplay(20261122, 1),
            Prop.ForAll(
                Arb.From(from text in Text from piece in Gen.Choose(1, 9) select (Text: text, Piece: piece)),
                given => ReadsLikeCsvHelper(given.Text, given.Piece)
            )
        );

    [Theory]
    [InlineData("a;b\n1;2\n", "a|b", "1|2")]
    [InlineData("\"a;\"\"b\"\"\";2\r\n\r\n;\r\n", "a;\"b\"|2", "|")]
    [InlineData("\"two\nlines\";x\rООО \"Ромашка\";3", "two\nlines|x", "ООО \"Ромашка\"|3")]
    public void Splits_records(string text, params string[] expected) => Ours(text, 3).Should().Equal(expected);

    [Theory]
    [InlineData("h\n\n\"a\nb\"\nc\n", 1, 3, 5)]
    [InlineData("h\r\r\na\n", 1, 3)]
    [InlineData("h\ra\r\rb\r", 1, 2, 4)]
    public void Counts_lines(string text, params int[] expected) => Read(text, 1, records => (int)records.Line).Should().Equal(expected);

    private static bool ReadsLikeCsvHelper(string text, int piece)
    {
        try
        {
            var (ours, theirs) = (Ours(text, piece), Theirs(text));
            // Of a value with something behind its closing quote, which RFC 4180 does not know, only its place is compared.
            return ours.Count == theirs.Count
                && ours.Zip(theirs)
                    .All(pair => pair.Second.IsBad ? Columns(pair.First) == Columns(pair.Second.Text) : pair.First == pair.Second.Text);
        }
        catch (BalanceFileException)
        {
            // A quote that is not closed: the file is refused, and no other reading of it matters.
            return true;
        }
    }

    private static List<string> Ours(string text, int piece) =>
        Read(text, piece, records => string.Join('|', Enumerable.Range(0, records.Count).Select(records.CellText)));

    private static List<T> Read<T>(string text, int piece, Func<CsvRecords, T> take)
    {
        using var input = new Utf8Input(new TrickleStream(Encoding.UTF8.GetBytes(text), piece), OneCFileEncoding.Utf8);
        using var buffer = new FileBuffer(input, 1 << 20);
        var records = new CsvRecords(buffer, ';', allowsUnfinished: true);
        var read = new List<T>();
        while (records.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            records.CheckEnd([]);
            read.Add(take(records));
        }

        return read;
    }

    private static int Columns(string record) => record.Count(c => c == '|');

    private static List<(string Text, bool IsBad)> Theirs(string text)
    {
        var isBad = false;
        using var parser = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = ";",
                BadDataFound = found => isBad |= found.Field.StartsWith('"'),
            }
        );
        var read = new List<(string, bool)>();
        while (parser.Read())
        {
            isBad = false;
            var record = string.Join('|', Enumerable.Range(0, parser.Count).Select(i => parser[i]));
            read.Add((record, isBad));
        }

        return read;
    }
}
