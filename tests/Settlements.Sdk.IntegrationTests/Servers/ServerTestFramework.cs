using System.Reflection;
using Settlements.IntegrationTests.Servers;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Settlements.IntegrationTests.Servers." + nameof(ServerTestFramework), "Settlements.Sdk.IntegrationTests")]

namespace Settlements.IntegrationTests.Servers;

/// <summary>xunit's own, but for classes whose <see cref="NeedsAttribute"/> is not met: their tests are reported as skipped, those they inherit from a suite too.</summary>
public sealed class ServerTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions
        ) =>
            base.RunTestCases(
                testCases.Select(test =>
                    NeedsAttribute.ReasonToSkip(test.TestMethod.TestClass.Class) is { } reason
                        ? new XunitSkippedDataRowTestCase(
                            DiagnosticMessageSink,
                            TestMethodDisplay.ClassAndMethod,
                            TestMethodDisplayOptions.None,
                            test.TestMethod,
                            reason,
                            test.TestMethodArguments
                        )
                        : test
                ),
                executionMessageSink,
                executionOptions
            );
    }
}
