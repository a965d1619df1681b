using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Settlements.Tests.Conventions.Floors;

namespace Settlements.Tests.Conventions;

/// <summary>The check of the floors sees what it must see, wherever a type hides it.</summary>
public sealed class FloorsSelfTests
{
    [Theory]
    [InlineData(typeof(ClockInABody), "System.TimeProvider")]
    [InlineData(typeof(TaskInASignature), "System.Threading.Tasks.Task")]
    [InlineData(typeof(TaskInALambda), "System.Threading.Tasks.Task")]
    [InlineData(typeof(StreamInASignature), "System.Collections.Generic.IAsyncEnumerable`1")]
    [InlineData(typeof(LoggerInAField), "Microsoft.Extensions.Logging.ILogger")]
    [InlineData(typeof(NetworkAsATypeArgument), "System.Net.Http.HttpClient")]
    [InlineData(typeof(ChanceInABody), "System.Guid.NewGuid")]
    [InlineData(typeof(AmountAsAFloat), "System.Double")]
    [InlineData(typeof(CultureOfTheThread), "System.Globalization.CultureInfo.get_CurrentCulture")]
    public void Sees(Type bad, string touched) =>
        Forbidden.TouchedBy(bad).Should().Contain(text => text.Contains(touched + ":", StringComparison.Ordinal));

    [Fact]
    public void Lets_a_pure_type_pass() => Forbidden.TouchedBy(typeof(Pure)).Should().BeEmpty();

    [Fact]
    public void An_interface_with_tasks_is_a_port_and_one_without_belongs_to_the_rules()
    {
        House.FloorOf(typeof(IAsks)).Should().Be(Floor.Port);
        House.FloorOf(typeof(ICounts)).Should().Be(Floor.Rule);
        House.FloorOf(typeof(Asks)).Should().Be(Floor.Service);
        House.FloorOf(typeof(Pure)).Should().Be(Floor.Rule);
    }

    private interface IAsks
    {
        Task<int> AskAsync(CancellationToken cancellationToken);
    }

    private interface ICounts
    {
        int Count(DateOnly from);
    }

    private sealed class Asks : IAsks
    {
        public Task<int> AskAsync(CancellationToken cancellationToken) => Task.FromResult(1);
    }

    private sealed class Pure : ICounts
    {
        public int Count(DateOnly from) =>
            Enumerable.Range(0, from.Day).Count(day => day.ToString(CultureInfo.InvariantCulture).Length == 1);
    }

    private static class ClockInABody
    {
        public static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
    }

    private static class TaskInASignature
    {
        public static Task WaitAsync() => Task.CompletedTask;
    }

    private static class TaskInALambda
    {
        public static Func<object> Make(object value) => () => Task.FromResult(value);
    }

    private interface StreamInASignature
    {
        IAsyncEnumerable<int> ReadAsync();
    }

    private sealed class LoggerInAField(ILogger logger)
    {
        private readonly ILogger _logger = logger;

        public override string? ToString() => _logger.ToString();
    }

    private static class NetworkAsATypeArgument
    {
        public static ConcurrentDictionary<Type, Lazy<HttpClient>> Make() => [];
    }

    private static class ChanceInABody
    {
        public static Guid Make() => Guid.NewGuid();
    }

    private static class AmountAsAFloat
    {
        public static decimal Half(decimal value) => (decimal)((double)value / 2);
    }

    private static class CultureOfTheThread
    {
        public static string Text(decimal value) => value.ToString(CultureInfo.CurrentCulture);
    }
}
