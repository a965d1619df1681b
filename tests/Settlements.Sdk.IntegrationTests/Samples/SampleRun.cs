namespace Settlements.IntegrationTests.Samples;

internal sealed record SampleRun(int ExitCode, string Output, string Error);
