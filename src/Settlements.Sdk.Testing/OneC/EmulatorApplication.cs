using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Settlements.Testing.OneC;

/// <summary>What the web server runs for each request.</summary>
internal sealed class EmulatorApplication(EmulatorState state, CancellationToken stopping) : IHttpApplication<HttpContext>
{
    private readonly Publication _publication = new(state);

    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var serving = new Serving();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var body = await ReadBodyAsync(context.Request, gone.Token).ConfigureAwait(false);
        var (request, fault) = state.Requests.Begin(Read(context.Request, body), state.Faults.Take);
        serving.OnEnd(state.Requests.End);
        try
        {
            var regular = fault is { ReplacesAnswer: true }
                ? new OneCAnswer()
                : await _publication.AnswerAsync(context.Request, request, serving, gone.Token).ConfigureAwait(false);
            var answer = fault is null ? regular : fault.Apply(request, regular);
            await new AnswerSender(context, serving, state.Options.TimeProvider).SendAsync(answer, gone.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            // A fault that the test made itself, or one that does not fit the answer: the test must see what was wrong with it.
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync($"OneCEmulator failed at {request}: {exception}", gone.Token).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception) { }

    private static async Task<string> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private OneCRequest Read(HttpRequest request, string body) =>
        new()
        {
            Method = request.Method,
            Path = request.Path.Value ?? "",
            Target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            Headers = request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Counterparty = CounterpartyId.TryParse(request.Query[state.Options.CounterpartyParameter], out var id) ? id : null,
            Body = body,
            ReceivedAt = state.Options.TimeProvider.GetUtcNow(),
        };
}
