using System.Text;
using Settlements.Balances;

namespace Settlements.Tests.Balances;

public sealed class BalanceRejectsFileTests
{
    [Fact]
    public async Task Writes_every_rejected_row_with_its_text()
    {
        using var stream = new MemoryStream();
        var rejects = new BalanceRejectsFile(stream);
        var bench = new ImportBench();

        await bench.Importer.ImportAsync(
            new BalanceImportRequest(bench.AsOf),
            [
                ImportBench.File(
                    $"counterparty_id;debt;Имя\n{ImportBench.A};1,234;\"ООО \"\"Ёж\"\"\"\n{ImportBench.B};1\n{ImportBench.C};1;\n"
                ),
            ],
            rejects.WriteAsync
        );

        rejects.Count.Should().Be(2);
        Encoding
            .UTF8.GetString(stream.ToArray())
            .Split('\n')
            .Should()
            .Equal(
                $$"""{"part":"balances","line":2,"field":"debt","value":"1,234","reason":"'1,234' is no amount that can be read in one way only and held exactly; give a JSON number such as 1000.5.","counterparty":"{{ImportBench.A}}","row":"{{ImportBench.A}};1,234;\"ООО \"\"Ёж\"\"\""}""",
                $$"""{"part":"balances","line":3,"reason":"The row has 2 columns and the header 3: a delimiter within a value, or a quote too many or too few.","row":"{{ImportBench.B}};1"}""",
                ""
            );
    }
}
