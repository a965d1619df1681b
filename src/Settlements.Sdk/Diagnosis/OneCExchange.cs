using Settlements.Balances;
using Settlements.Http;
using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>One question to the balance service and everything that came of it.</summary>
internal sealed class OneCExchange
{
    private const string SessionHeader = "IBSession";
    private const string SessionCookie = "ibsession=";

    private OneCExchange(CounterpartyId counterparty) => Counterparty = counterparty;

    internal CounterpartyId Counterparty { get; }

    /// <summary>Null when the answer was no balance.</summary>
    internal CounterpartyBalance? Balance { get; private set; }

    /// <summary>Why there is no balance; null when there is one.</summary>
    internal OneCException? Error { get; private set; }

    /// <summary>An answer came, whatever it was.</summary>
    internal bool IsAnswered { get; private set; }

    /// <summary>The body as JSON would be read from it; empty when none came.</summary>
    internal ReadOnlyMemory<byte> Body { get; private set; }

    internal ErrorBodyKind BodyKind => ErrorBody.Of(Body).Kind;

    /// <summary>When the request began and ended, and the server's own time between; null when it said none.</summary>
    internal (DateTimeOffset Begun, DateTimeOffset Ended, DateTimeOffset Server)? Stamp { get; private set; }

    internal bool AskedForSession { get; private set; }

    internal bool GotSession { get; private set; }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static async Task<OneCExchange> RunAsync(
        OneCBalanceClient client,
        CounterpartyId counterparty,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        var exchange = new OneCExchange(counterparty);
        var begun = timeProvider.GetUtcNow();
        try
        {
            exchange.Balance = await client
                .GetBalanceAsync(counterparty, response => exchange.Look(response, begun, timeProvider.GetUtcNow()), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OneCException exception)
        {
            exchange.Error = exception;
        }

        return exchange;
    }

    private void Look(HttpResponseMessage response, DateTimeOffset begun, DateTimeOffset ended)
    {
        IsAnswered = true;
        if (response.Headers.Date is { } server)
            Stamp = (begun, ended, server);
        AskedForSession = response.RequestMessage?.Headers.NonValidated.Contains(SessionHeader) == true;
        GotSession =
            response.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies)
            && cookies.Any(cookie => cookie.TrimStart().StartsWith(SessionCookie, StringComparison.OrdinalIgnoreCase));
        try
        {
            Body = BodyText.Of(((BufferedContent)response.Content).Bytes, contentType: null).Utf8.ToArray();
        }
        catch (UnreadableAnswerException)
        {
            // Damaged UTF-16: the client says so, and there are no keys to look at.
            Body = default;
        }
    }
}
