using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Settlements.Testing.BillManager;

/// <summary>What the web server runs for each request.</summary>
internal sealed class PanelApplication(BillManagerEmulator emulator, PanelProgram program, CancellationToken stopping)
    : IHttpApplication<HttpContext>
{
    /// <summary>The program itself, and where an older version has it.</summary>
    private static readonly string[] Paths = ["/billmgr", "/manager/billmgr"];

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            if (context.Request.Path.StartsWithSegments("/emulator", StringComparison.Ordinal, out var rest))
                await PanelSender.SendAsync(context, Inspect(rest), PanelDelivery.Regular, gone.Token).ConfigureAwait(false);
            else if (!Paths.Contains(context.Request.Path.Value))
                await PanelSender.SendAsync(context, PanelOutput.NoPage, PanelDelivery.Regular, gone.Token).ConfigureAwait(false);
            else
                await ServeAsync(context, gone.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (BadHttpRequestException)
        {
            context.Abort();
        }
    }

    private async Task ServeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (call, fault) = emulator.Calls.Begin(
            await ReadAsync(context.Request, cancellationToken).ConfigureAwait(false),
            emulator.Faults.Take
        );
        var isEnded = 0;
        void End()
        {
            if (Interlocked.Exchange(ref isEnded, 1) == 0)
                emulator.Calls.End();
        }

        try
        {
            if (emulator.Options.Latency > TimeSpan.Zero)
                await Task.Delay(emulator.Options.Latency, emulator.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            fault?.First?.Invoke(emulator);
            var reply = Reply(new PanelRequest(call.Parameters), fault);
            if (fault?.Wait is { } wait)
                await wait(emulator.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            End();
            await PanelSender.SendAsync(context, reply, fault?.Delivery ?? PanelDelivery.Regular, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            End();
        }
    }

    private PanelReply Reply(PanelRequest request, BillManagerFault? fault)
    {
        PanelNode? document = null;
        if (fault?.Executes ?? true)
        {
            lock (emulator.Panel.Gate)
                document = program.Answer(request);
        }
        else if (fault.Instead is { } instead)
            document = instead(request);

        if (fault?.Reply is { } reply)
            return reply;
        document ??= new PanelNode("doc");
        return PanelOutput.Write(request.Output, fault?.Change?.Invoke(document) ?? document);
    }

    private PanelReply Inspect(PathString path) =>
        path.Value switch
        {
            "/panel" => Json(emulator.Panel.ToJson()),
            "/calls" => Json(JsonSerializer.Serialize(emulator.Calls.Counts)),
            _ => new PanelReply(404, "text/plain", []),
        };

    private static PanelReply Json(string text) => new(200, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(text));

    private async Task<BillManagerCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = request.Query.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? ""))).ToList();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            parameters.AddRange(form.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? ""))));
        }
        return new BillManagerCall
        {
            Function = parameters.LastOrDefault(p => p.Key == "func").Value ?? "",
            Method = request.Method,
            Target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Parameters = parameters,
            ReceivedAt = emulator.Options.TimeProvider.GetUtcNow(),
        };
    }
}
