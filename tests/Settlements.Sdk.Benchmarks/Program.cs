using BenchmarkDotNet.Running;
using Settlements.Benchmarks;
using Settlements.Benchmarks.BalanceImport;
using Settlements.Benchmarks.Claims;
using Settlements.Testing;

switch (args)
{
    case ["payment-export", .. var rest]:
        return await PaymentExportFigures.RunAsync(rest, Console.Out);
    case ["balance-import", .. var rest]:
        return await BalanceImportFigures.RunAsync(rest, Console.Out);
    case ["claims", .. var rest]:
        return await ClaimFigures.RunAsync(rest, Console.Out);
    case ["page-reads"]:
        return await PageReadFigures.RunAsync(Console.Out);
    case ["import-formats", .. var rest]:
        return await ImportFormatFigures.RunAsync(rest, Console.Out);
    case ["emulate-billmanager", .. var rest]:
        return await BillManagerEmulator.RunAsync(rest, Console.In, Console.Out, Console.Error);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
