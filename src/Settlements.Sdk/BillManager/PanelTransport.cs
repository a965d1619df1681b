using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Settlements.BillManager;

/// <summary>Sends one call and reads its answer; knows nothing of sessions.</summary>
internal sealed class PanelTransport(Func<HttpClient> http, BillManagerOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly Uri _endpoint = PanelEndpoint.Complete(options.Endpoint!);

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
        using var timeout = new CancellationTokenSource(options.Timeout, timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var started = timeProvider.GetTimestamp();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = Form(call, proof) };
            using var response = await http()
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token)
                .ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
                throw Status(call, response.StatusCode);

            using var body = await ReadBodyAsync(response.Content, linked.Token).ConfigureAwait(false);
            var document = Parse(call, body, columns, isForm);
            Log.Answered(logger, call.Function, timeProvider.GetElapsedTime(started), document.Rows.Count, body.Length);
            return document;
        }
        catch (PanelFormatException e)
        {
            throw PanelFailures.Malformed(call, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw PanelFailures.Of(
                call,
                SettlementsError.Timeout,
                BillManagerProblem.Timeout,
                string.Create(CultureInfo.InvariantCulture, $"no answer within {options.Timeout.TotalSeconds:0.#} s."),
                isTransient: true,
                mayHaveExecuted: true,
                cause: e
            );
        }
        catch (HttpRequestException e)
        {
            throw Broken(call, e, mayHaveExecuted: !FailedBeforeSending(e.HttpRequestError));
        }
        catch (IOException e)
        {
            throw Broken(call, e, mayHaveExecuted: true);
        }
    }

    private static FormUrlEncodedContent Form(PanelCall call, KeyValuePair<string, string>? proof)
    {
        List<KeyValuePair<string, string>> fields = [new("func", call.Function), new("out", "xml"), new("lang", "ru")];
        if (proof is { } known)
            fields.Add(known);
        fields.AddRange(call.Parameters);
        return new FormUrlEncodedContent(fields);
    }

    private async Task<MemoryStream> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var limit = options.MaxResponseBytes;
        if (content.Headers.ContentLength > limit)
            throw TooLarge(limit);

        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new MemoryStream((int)(content.Headers.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > limit)
                throw TooLarge(limit);
            body.Write(buffer, 0, read);
        }
        body.Position = 0;
        return body;
    }

    private static PanelFormatException TooLarge(int limit) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"larger than {limit} bytes (BillManagerOptions.MaxResponseBytes)"),
            BillManagerProblem.TooLarge
        );

    private static PanelDocument<T> Parse<T>(PanelCall call, MemoryStream body, PanelColumns<T>? columns, bool isForm)
    {
        PanelBody.EnsureXml(body.GetBuffer().AsSpan(0, (int)body.Length));
        return PanelDocumentReader<T>.Read(body, call.Function, columns, isForm);
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

    private static BillManagerException Broken(PanelCall call, Exception cause, bool mayHaveExecuted) =>
        PanelFailures.Of(
            call,
            SettlementsError.Unavailable,
            BillManagerProblem.Connection,
            mayHaveExecuted ? "the connection broke before the answer was whole." : "no connection to the panel could be made.",
            isTransient: true,
            mayHaveExecuted,
            cause
        );

    /// <summary>Nothing of the request has left this machine when there was no connection to send it on.</summary>
    private static bool FailedBeforeSending(HttpRequestError error) =>
        error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError
                or HttpRequestError.VersionNegotiationError;
}
