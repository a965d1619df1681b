namespace Settlements.BillManager;

/// <summary>One whole answer of the panel, as far as anyone asked.</summary>
/// <typeparam name="T">What its rows, or its form, were read into.</typeparam>
internal sealed class PanelDocument<T>
{
    internal string? Function { get; set; }

    internal PanelError? Error { get; set; }

    /// <summary>The text of <c>ok</c>: empty, an address to open, or a form to go on with. Null when there is none.</summary>
    internal string? Ok { get; set; }

    internal string? SessionId { get; set; }

    /// <summary>The attributes of <c>user</c>; null when there is none.</summary>
    internal IReadOnlyDictionary<string, string>? User { get; set; }

    internal string? Version { get; set; }

    /// <summary>The web server's own time, by the header of the answer; null when it says none.</summary>
    internal DateTimeOffset? ServerTime { get; set; }

    internal int? PageSize { get; set; }

    internal int? TotalRows { get; set; }

    /// <summary>What was created: <c>payment_id</c>, or the first <c>id</c>.</summary>
    internal long? CreatedId { get; set; }

    /// <summary>The object that a form is about, as the panel names it; null when it does not.</summary>
    internal long? FormId { get; set; }

    internal List<T> Rows { get; } = [];

    /// <summary>The form's fields, where a form was asked for and at least one of them came.</summary>
    internal T? Form { get; set; }

    internal bool HasForm { get; set; }

    internal bool IsList => Rows.Count > 0 || PageSize is not null || TotalRows is not null;
}
