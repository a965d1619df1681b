namespace Settlements.Testing.BillManager;

/// <summary>The panel's own error, which goes out with HTTP 200.</summary>
internal sealed class PanelRefusal(string type, string? about, string message, params KeyValuePair<string, string>[] parameters)
    : Exception(message)
{
    internal static PanelRefusal Auth(PanelRequest request, string about) =>
        new(
            "auth",
            about,
            about == "badpassword"
                ? request.Text("Неверное имя пользователя или пароль", "Invalid username or password")
                : request.Text("Сессия истекла", "The session has expired")
        );

    internal static PanelRefusal Access(PanelRequest request, string about) =>
        new("access", null, request.Text("Недостаточно прав", "Access denied"), new KeyValuePair<string, string>("value", about));

    internal static PanelRefusal NoFunction(PanelRequest request) =>
        new(
            "missed",
            "func",
            request.Text(
                $"Не удалось найти функцию '{request.Function}'. Возможно, управляющий модуль не загружен.",
                $"Function '{request.Function}' is not found. Perhaps the module is not loaded."
            ),
            new KeyValuePair<string, string>("value", request.Function)
        );

    internal static PanelRefusal NoObject(PanelRequest request, string kind, string id) =>
        new(
            "missed",
            kind,
            request.Text($"Объект '{id}' не найден", $"Object '{id}' is not found"),
            new KeyValuePair<string, string>("value", id)
        );

    internal static PanelRefusal Value(PanelRequest request, string field, string value) =>
        new(
            "value",
            field,
            request.Text($"Поле '{field}' имеет недопустимое значение", $"The '{field}' field has invalid value"),
            new KeyValuePair<string, string>("value", value)
        );

    /// <summary>An error of a module, under a name of its own.</summary>
    internal static PanelRefusal Module(string type, string message) => new(type, null, message);

    internal PanelNode ToNode(PanelRequest request)
    {
        var error = new PanelNode("error").With("type", type);
        if (about is not null)
            error.With("object", about);
        error.With("lang", request.IsRussian ? "ru" : "en").With("code", "1");
        error.Add(PanelNode.Of("param", about ?? type).With("name", "object").With("type", "msg"));
        if (parameters.Length == 0)
            error.Add(new PanelNode("param").With("name", "value"));
        foreach (var (name, value) in parameters)
            error.Add(PanelNode.Of("param", value).With("name", name));
        error.Add(new PanelNode("stack").Add(PanelNode.Of("action", request.Function).With("level", "0").With("user", "")));
        return error.Add("detail", Message).Add("msg", Message);
    }
}
