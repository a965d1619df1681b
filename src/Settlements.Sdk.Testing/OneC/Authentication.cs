using System.Text;
using Microsoft.AspNetCore.Http;

namespace Settlements.Testing.OneC;

/// <summary>The login of the publication and the key of the service, with 1C's lock-out after failed logins.</summary>
internal sealed class Authentication(OneCEmulatorOptions options)
{
    private readonly Lock _sync = new();
    private int _failedInARow;
    private DateTimeOffset? _lockedUntil;

    /// <summary>All failed logins so far.</summary>
    public int FailedLogins { get; private set; }

    /// <summary>The refusal of a request, or null when it may pass.</summary>
    public OneCFault? Refuse(HttpRequest request)
    {
        lock (_sync)
            return RefuseUser(request) ?? RefuseKey(request);
    }

    private OneCFault? RefuseUser(HttpRequest request)
    {
        if (options.UserName is null)
            return null;
        var now = options.TimeProvider.GetUtcNow();
        if (_lockedUntil > now)
            return OneCFault.LockedOut();
        var credentials = request.Headers.Authorization.ToString();
        if (credentials.Length == 0)
            return OneCFault.NotAuthenticated();
        if (credentials == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.UserName}:{options.Password}")))
        {
            _failedInARow = 0;
            return null;
        }
        FailedLogins++;
        if (++_failedInARow < options.LockOutAfter || options.LockOutAfter is null)
            return OneCFault.NotAuthenticated();
        _failedInARow = 0;
        _lockedUntil = now + options.LockOutTime;
        return OneCFault.NotAuthenticated();
    }

    private OneCFault? RefuseKey(HttpRequest request)
    {
        var sent =
            (options.KeyHeader is { } header ? request.Headers[header].ToString() : "") is { Length: > 0 } inHeader ? inHeader
            : options.KeyParameter is { } parameter ? request.Query[parameter].ToString()
            : "";
        return options.Key is null || sent == options.Key
            ? null
            : OneCFault.Status(401, PlatformBodies.WrongKey, "application/json; charset=utf-8");
    }
}
