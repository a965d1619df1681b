namespace Settlements.Tests.BillManager;

/// <summary>Fails chosen calls: the mock of the panel itself never ends a call whose answer is an exception.</summary>
internal sealed class FailingHandler : DelegatingHandler
{
    private readonly Dictionary<string, (Exception Exception, int Times)> _planned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);

    internal void Plan(string function, Exception exception, int times) => _planned[function] = (exception, times);

    internal int Attempts(string function) => _attempts.GetValueOrDefault(function);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        var function = form.Split('&').First(p => p.StartsWith("func=", StringComparison.Ordinal))["func=".Length..];
        if (_planned.TryGetValue(function, out var plan) && plan.Times > 0)
        {
            _planned[function] = (plan.Exception, plan.Times - 1);
            _attempts[function] = Attempts(function) + 1;
            throw plan.Exception;
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
