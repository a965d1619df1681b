using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>Sends one call and reads its answer; knows nothing of sessions.</summary>
internal sealed class PanelTransport(Func<HttpClient> http, BillManagerOptions options, ClientTelemetry telemetry, ILogger logger)
{
    private readonly Uri _endpoint = PanelEndpoint.Complete(options.Endpoint!);
    private long _sent;

    /// <summary>Calls sent so far, logins included; one that had to be repeated counts once.</summary>
    internal long Sent => Interlocked.Read(ref _sent);

    /// <exception cref="BillManagerException">No usable answer came.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal async Task<PanelDocument<T>> SendAsync<T>(
        PanelCall call,
        KeyValuePair<string, string>? proof,
        PanelColumns<T>? columns,
        bool isForm,
        CancellationToken cancellationToken
    )
    {
        if (!call.IsProbe)
            Interlocked.Increment(ref _sent);
        using var measured = telemetry.Begin(call.Function);
        try
        {
            var document = await ExchangeAsync(call, proof, columns, isForm, cancellationToken).ConfigureAwait(false);
            measured.Succeeded();
            return document;
        }
        catch (BillManagerException e)
        {
            measured.Failed(e.Error);
            throw;
        }
        catch (PanelFormatException e)
        {
            var failure = PanelFailures.Malformed(call, e);
            measured.Failed(failure.Error);
            throw failure;
        }
        catch (Exception e) when (TransportFailure.Of(e) is { } failure)
        {
            measured.Failed(failure.Error);
            throw PanelFailures.Transport(call, e, failure);
        }
    }

    private async Task<PanelDocument<T>> ExchangeAsync<T>(
        PanelCall call,
        KeyValuePair<string, string>? proof,
        PanelColumns<T>? columns,
        bool isForm,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = Form(call, proof) };
        if (call.IsProbe)
            request.MarkProbe();
        else if (!call.IsWrite)
            request.MarkRepeatable();
        using var client = http();
        using var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
            throw Status(call, response.StatusCode);

        var body = ((BufferedContent)response.Content).Bytes;
        var document = Parse(call, body, columns, isForm);
        document.ServerTime = response.Headers.Date;
        logger.Answered(call.Function, document.Rows.Count, body.Length);
        return document;
    }

    private static FormUrlEncodedContent Form(PanelCall call, KeyValuePair<string, string>? proof)
    {
        List<KeyValuePair<string, string>> fields = [new("func", call.Function), new("out", "xml"), new("lang", "ru")];
        if (proof is { } known)
            fields.Add(known);
        fields.AddRange(call.Parameters);
        return new FormUrlEncodedContent(fields);
    }

    private static PanelDocument<T> Parse<T>(PanelCall call, ReadOnlyMemory<byte> body, PanelColumns<T>? columns, bool isForm)
    {
        PanelBody.EnsureXml(body.Span);
        MemoryMarshal.TryGetArray(body, out var array);
        using var stream = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        return PanelDocumentReader<T>.Read(stream, call.Function, columns, isForm);
    }

    /// <summary>The panel always answers 200, so another status comes from something before it.</summary>
    private static BillManagerException Status(PanelCall call, HttpStatusCode status)
    {
        var number = (int)status;
        var (error, isTransient) = number switch
        {
            401 => (SettlementsError.NotAuthenticated, false),
            403 => (SettlementsError.Forbidden, false),
            404 => (SettlementsError.NotFound, false),
            408 or 504 => (SettlementsError.Timeout, true),
            429 => (SettlementsError.Overloaded, true),
            >= 500 => (SettlementsError.Unavailable, true),
            _ => (SettlementsError.InvalidResponse, false),
        };
        var hint = number is >= 300 and < 400 ? " Redirects are not followed: give the final address in BillManagerOptions.Endpoint." : "";
        return PanelFailures.Of(
            call,
            error,
            BillManagerProblem.HttpStatus,
            string.Create(CultureInfo.InvariantCulture, $"HTTP status {number}, which comes from a server before the panel.{hint}"),
            isTransient,
            mayHaveExecuted: number is >= 500 or 408 or 499 or < 300
        );
    }
}
