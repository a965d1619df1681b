using Microsoft.AspNetCore.Http;

namespace Settlements.Testing.OneC;

/// <summary>The regular way of a request: login, session, template, method, handler.</summary>
internal sealed class Publication(EmulatorState state)
{
    /// <summary>The answer that the state of the server gives.</summary>
    public async Task<OneCAnswer> AnswerAsync(HttpRequest http, OneCRequest request, Serving serving, CancellationToken cancellationToken)
    {
        if (!request.Path.StartsWith(state.Options.Path, StringComparison.Ordinal))
            return Answer(OneCFault.NotFound(), request);
        if (state.Authentication.Refuse(http) is { } refusal)
            return Answer(refusal, request);
        var session = await state.Sessions.EnterAsync(http, cancellationToken).ConfigureAwait(false);
        if (session == SessionUse.NoPlace)
            return Answer(OneCFault.NoFreeSession(), request);
        if (session == SessionUse.Lost)
            return Answer(OneCFault.NotFound(), request);
        serving.OnEnd(session.Leave);
        var answer = Handle(http, request);
        return session.StartedId is { } id ? answer.WithHeader("Set-Cookie", "ibsession=" + id) : answer;
    }

    private OneCAnswer Handle(HttpRequest http, OneCRequest request)
    {
        if (request.Path == $"{state.Options.Path}/{state.Options.DirectoryTemplate}")
            return request.Method == HttpMethods.Get ? Search(request)
                : request.Method == HttpMethods.Post ? Register(request)
                : Answer(OneCFault.MethodNotAllowed(), request);
        if (request.Path != $"{state.Options.Path}/{state.Options.Template}")
            return Answer(OneCFault.NotFound(), request);
        if (request.Method != HttpMethods.Get)
            return Answer(OneCFault.MethodNotAllowed(), request);
        if (!Guid.TryParseExact(http.Query[state.Options.CounterpartyParameter], "D", out _))
            return Answer(OneCFault.HandlerException(), request);
        var known = request.Counterparty is { } counterparty ? state.Balances.Answer(counterparty) : null;
        return known ?? state.Options.UnknownCounterparty.Apply(request, state.Balances.Json("{}"));
    }

    private OneCAnswer Search(OneCRequest request)
    {
        if (request.Query.TryGetValue(state.Options.TaxIdParameter, out var tin) && tin.Length > 0)
            return Json(state.Directory.List((_, counterparty) => counterparty.HasTin(tin)));
        return request.Counterparty is { } asked
            ? Json(state.Directory.List((id, _) => id == asked))
            : Answer(OneCFault.HandlerException(), request);
    }

    private OneCAnswer Register(OneCRequest request)
    {
        try
        {
            return state.Directory.Register(RegistrationBody.Read(request.Body)) is { } registered
                ? Json(registered)
                : Answer(OneCFault.ErrorField("Ключ идемпотентности уже использован с другими данными", status: 422), request);
        }
        catch (FormatException e)
        {
            return Answer(OneCFault.HandlerException(e.Message), request);
        }
    }

    private OneCAnswer Json(OneCValue value) => state.Balances.Json(value.ToJson(state.Options.Layout));

    private static OneCAnswer Answer(OneCFault fault, OneCRequest request) => fault.Apply(request, new OneCAnswer());
}
