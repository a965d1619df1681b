using System.Collections.Concurrent;
using System.Net;

namespace Settlements.Tests.Http;

/// <summary>A wire whose answers a test writes one by one; the last of them repeats. Keeps what was asked, as it was when it was asked.</summary>
internal sealed class ScriptedWire : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = new();

    internal ConcurrentQueue<Asked> Requests { get; } = new();

    internal ScriptedWire Then(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers) =>
        Then(
            (_, _) =>
            {
                var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
                foreach (var (name, value) in headers)
                    response.Headers.TryAddWithoutValidation(name, value);
                return Task.FromResult(response);
            }
        );

    internal ScriptedWire Then(Exception exception) => Then((_, _) => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Never answers; ends when the request is given up.</summary>
    internal ScriptedWire ThenSilence() =>
        Then(
            async (_, cancellationToken) =>
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                throw new InvalidOperationException("Silence does not end.");
            }
        );

    internal ScriptedWire Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(
            new Asked(
                request.RequestUri!.PathAndQuery,
                request.Headers.NonValidated.ToDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                )
            )
        );
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? answer;
        if (_script.Count > 1)
            _script.TryDequeue(out answer);
        else
            _script.TryPeek(out answer);
        return answer!(request, cancellationToken);
    }

    /// <param name="Address">Path and query.</param>
    /// <param name="Headers">By name.</param>
    internal sealed record Asked(string Address, IReadOnlyDictionary<string, string> Headers)
    {
        internal string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
