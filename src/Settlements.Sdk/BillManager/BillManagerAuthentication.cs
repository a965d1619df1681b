namespace Settlements.BillManager;

/// <summary>How the client proves who it is.</summary>
public enum BillManagerAuthentication
{
    /// <summary>One login (<c>func=auth</c>), then its session on every call. The default: the password travels once an hour, not with every call.</summary>
    Session,

    /// <summary>
    /// User and password with every call (<c>authinfo</c>), no session. For panels whose login asks for a captcha. A panel may allow it from listed
    /// addresses alone (<c>RestrictAuthinfo</c>).
    /// </summary>
    EveryCall,
}
