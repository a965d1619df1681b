using System.Security.Cryptography;

namespace Settlements.Testing.BillManager;

/// <summary>Who is logged in. A session lives on from its last call.</summary>
internal sealed class PanelSessions(BillManagerPanel panel, BillManagerEmulatorOptions options)
{
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    internal void EndAll() => _sessions.Clear();

    internal IEnumerable<PanelNode> LogIn(PanelRequest request)
    {
        var user = FindUser(request, request["username"], request["password"]);
        if (user.NeedsCaptcha)
            throw PanelRefusal.Module(
                "captcha_verification_failed",
                request.Text("Проверка капчи не пройдена", "Captcha verification failed")
            );
        return [Open(user, isConfirmed: user.TwoFactorCode is null)];
    }

    /// <summary>The second factor gives a new session; the old one stays as it was.</summary>
    internal IEnumerable<PanelNode> Confirm(PanelRequest request) =>
        request.User.TwoFactorCode == request["qrcode"]
            ? [Open(request.User, isConfirmed: true)]
            : throw PanelRefusal.Value(request, "qrcode", "");

    /// <summary>Names the caller by session or by <c>authinfo</c>.</summary>
    /// <returns>False when the session waits for its second factor.</returns>
    internal bool Identify(PanelRequest request)
    {
        if (request["authinfo"] is { Length: > 0 } authinfo)
        {
            var colon = authinfo.IndexOf(':', StringComparison.Ordinal);
            request.User = FindUser(request, authinfo[..Math.Max(colon, 0)], authinfo[(colon + 1)..]);
            return request.User.TwoFactorCode is null;
        }

        if (
            !_sessions.TryGetValue(request["auth"], out var session)
            || options.TimeProvider.GetElapsedTime(session.UsedAt) > options.SessionLifetime
        )
        {
            _sessions.Remove(request["auth"]);
            throw PanelRefusal.Auth(request, "session");
        }
        session.UsedAt = options.TimeProvider.GetTimestamp();
        request.User = panel.Tables.Users.Get(session.UserId);
        return session.IsConfirmed;
    }

    private PanelUser FindUser(PanelRequest request, string name, string password) =>
        panel.Tables.Users.FirstOrDefault(u => u.Name == name && u.Password == password) ?? throw PanelRefusal.Auth(request, "badpassword");

    private PanelNode Open(PanelUser user, bool isConfirmed)
    {
        var id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        _sessions[id] = new Session
        {
            UserId = user.Id,
            IsConfirmed = isConfirmed,
            UsedAt = options.TimeProvider.GetTimestamp(),
        };
        return PanelNode.Of("auth", id).With("id", id).With("level", PanelFormats.Id(user.Level));
    }

    private sealed class Session
    {
        public required long UserId { get; init; }
        public required bool IsConfirmed { get; init; }
        public required long UsedAt { get; set; }
    }
}
