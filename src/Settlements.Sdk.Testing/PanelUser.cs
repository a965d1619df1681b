namespace Settlements.Testing;

/// <summary>Somebody who can log in to the emulated panel: an employee, or a client.</summary>
public sealed record PanelUser
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The login.</summary>
    public required string Name { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }

    /// <summary>16 client, 29 administrator (the default), 30 root.</summary>
    public int Level { get; init; } = 29;

    /// <summary>For a client, the account; null for an employee.</summary>
    public long? AccountId { get; init; }

    /// <summary>The second factor's code; null, the default, for none.</summary>
    public string? TwoFactorCode { get; init; }

    /// <summary>Whether <c>func=auth</c> asks for a captcha; <c>authinfo</c> never does.</summary>
    public bool NeedsCaptcha { get; init; }

    /// <summary>Functions that the department has no right to; empty by default.</summary>
    public IReadOnlyList<string> ForbiddenFunctions { get; init; } = [];

    /// <summary>Columns and fields, in lists and forms alike, that the department does not see; empty by default.</summary>
    public IReadOnlyList<string> HiddenColumns { get; init; } = [];
}
