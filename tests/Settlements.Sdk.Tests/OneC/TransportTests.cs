using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Settlements.OneC;
using Settlements.Tests.Http;

namespace Settlements.Tests.OneC;

/// <summary>Answers that did not come, in the words of the client.</summary>
public sealed class TransportTests : IDisposable
{
    private readonly ScriptedWire _wire = new();

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, SettlementsError.Unavailable, true)]
    [InlineData(HttpRequestError.NameResolutionError, SettlementsError.Unavailable, true)]
    [InlineData(HttpRequestError.ResponseEnded, SettlementsError.Unavailable, true)]
    [InlineData(HttpRequestError.SecureConnectionError, SettlementsError.Unavailable, false)]
    [InlineData(HttpRequestError.Unknown, SettlementsError.Unavailable, true)]
    [InlineData(HttpRequestError.InvalidResponse, SettlementsError.InvalidResponse, false)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, SettlementsError.TooLarge, false)]
    public async Task A_connection_that_failed(HttpRequestError cause, SettlementsError expected, bool isTransient)
    {
        _wire.Then(new HttpRequestException(cause));

        var error = await FailAsync();

        error.Error.Should().Be(expected);
        error.IsTransient.Should().Be(isTransient);
        error.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task A_connection_that_broke_in_the_body()
    {
        foreach (var cause in (Exception[])[new IOException("reset"), new HttpIOException(HttpRequestError.ResponseEnded)])
        {
            _wire.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Broken(cause)) }));
            (await FailAsync()).Error.Should().Be(SettlementsError.Unavailable);
        }
    }

    [Fact]
    public async Task A_packed_answer_that_is_damaged()
    {
        _wire.Then(
            (_, _) =>
                Task.FromResult(
                    new HttpResponseMessage
                    {
                        Content = new StreamContent(
                            new GZipStream(
                                new MemoryStream([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 1, 2, 3]),
                                CompressionMode.Decompress
                            )
                        ),
                    }
                )
        );

        (await FailAsync()).Error.Should().Be(SettlementsError.InvalidResponse);
    }

    [Fact]
    public async Task An_answer_without_an_announced_length_is_bounded_too()
    {
        _wire.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Endless()) }));

        (await FailAsync()).Error.Should().Be(SettlementsError.TooLarge);
    }

    [Fact]
    public async Task Silence_is_a_time_out_and_a_cancelled_call_a_cancellation()
    {
        _wire.ThenSilence();
        await using var host = Host();

        var silent = host.FailAsync();
        await host.Clock.WaitForTimersAsync(2);
        host.Clock.Advance(TimeSpan.FromSeconds(7));
        var error = await silent;
        error.Error.Should().Be(SettlementsError.Timeout);
        error.IsTransient.Should().BeTrue();
        error.Message.Should().Be("No answer within 7 s.");

        using var cancellation = new CancellationTokenSource();
        var cancelled = host.AskAsync(cancellation.Token);
        await host.Clock.WaitForTimersAsync(2, CancellationToken.None);
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => cancelled).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_body_that_stalls_is_a_time_out()
    {
        _wire.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Stalled()) }));
        await using var host = Host();

        var stalled = host.FailAsync();
        await host.Clock.WaitForTimersAsync(2);
        host.Clock.Advance(TimeSpan.FromSeconds(7));

        (await stalled).Error.Should().Be(SettlementsError.Timeout);
    }

    [Fact]
    public async Task A_full_queue_is_an_overload_at_once()
    {
        _wire.ThenSilence();
        await using var host = Host(options =>
        {
            options.Resilience.MaxConcurrentRequests = 1;
            options.Resilience.MaxQueuedRequests = 0;
        });
        using var cancellation = new CancellationTokenSource();

        var first = host.AskAsync(cancellation.Token);
        var error = await host.FailAsync();
        error.Error.Should().Be(SettlementsError.Overloaded);
        error.IsTransient.Should().BeTrue();
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_open_breaker_is_an_unavailable_server()
    {
        _wire.Then(HttpStatusCode.BadGateway);
        await using var host = Host();

        for (var call = 0; call < 8; call++)
            await host.FailAsync();
        var error = await host.FailAsync();

        error.Error.Should().Be(SettlementsError.Unavailable);
        error.IsTransient.Should().BeTrue();
        error.StatusCode.Should().BeNull();
        _wire.Requests.Should().HaveCount(8);
    }

    [Fact]
    public async Task Errors_of_the_service_itself_do_not_open_the_breaker()
    {
        _wire.Then(HttpStatusCode.InternalServerError, "{HTTPСервис.Долги.Модуль(1)}: Ошибка");
        await using var host = Host();

        for (var call = 0; call < 30; call++)
            (await host.FailAsync()).Error.Should().Be(SettlementsError.Rejected);

        _wire.Requests.Should().HaveCount(30);
    }

    [Fact]
    public async Task An_unassigned_counterparty_is_not_asked_for()
    {
        await using var host = Host();

        await FluentActions
            .Awaiting(() => host.Source.GetBalanceAsync(default, CancellationToken.None))
            .Should()
            .ThrowAsync<InvalidOperationException>();
        _wire.Requests.Should().BeEmpty();
    }

    public void Dispose() => _wire.Dispose();

    private OneCHost Host(Action<OneCOptions>? configure = null) =>
        new(configure, onec => onec.HttpClient.ConfigurePrimaryHttpMessageHandler(() => _wire));

    private async Task<OneCException> FailAsync()
    {
        await using var host = Host();
        return await host.FailAsync();
    }

    private abstract class Body : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Broken(Exception cause) : Body
    {
        private bool _hasBegun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_hasBegun)
                throw cause;
            _hasBegun = true;
            return ValueTask.FromResult(Encoding.UTF8.GetBytes("{\"debt\":1", buffer.Span));
        }
    }

    private sealed class Endless : Body
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return ValueTask.FromResult(buffer.Length);
        }
    }

    private sealed class Stalled : Body
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }
    }
}
