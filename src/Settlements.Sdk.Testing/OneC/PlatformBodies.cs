using System.Net;

namespace Settlements.Testing.OneC;

/// <summary>Bodies of errors in the shapes that the platform and web servers before it were seen to write.</summary>
internal static class PlatformBodies
{
    /// <summary>What a text that is no GUID makes of a handler.</summary>
    public const string BadReference = "Ошибка при вызове метода контекста (ПолучитьСсылку)";

    /// <summary>A locked user.</summary>
    public const string LockedOut = "Вход пользователя временно закрыт: слишком много неудачных попыток.";

    /// <summary>A list of addresses in a web server.</summary>
    public const string Forbidden =
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>403 Forbidden</title>\n</head><body>\n"
        + "<h1>Forbidden</h1>\n<p>Access to this resource is denied for your address.</p>\n</body></html>\n";

    /// <summary>No session came free.</summary>
    public const string NoFreeSession =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + "<?xml-stylesheet type=\"text/xsl\" href=\"http://app-01/demo/e1csys/vrscore/exception.xslt?sysver=8.3.27.1000\"?>"
        + "<exception xmlns=\"http://v8.1c.ru/8.2/virtual-resource-system\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Exception\" reason=\"406\">"
        + "<descr xmlns=\"http://v8.1c.ru/8.1/data/core\">Истекло время ожидания сеанса</descr></exception>";

    /// <summary>An old module in the web server.</summary>
    public const string VersionMismatch =
        "1C:Enterprise 8 application error: Различаются версии клиента и сервера (8.3.26.1000 - 8.3.27.1000)";

    /// <summary>A web server's page for 429.</summary>
    public const string TooMany =
        "<html><head><title>429 Too Many Requests</title></head><body><h1>429 Too Many Requests</h1></body></html>";

    /// <summary>A login form.</summary>
    public const string LoginPage =
        "<!DOCTYPE html>\n<html lang=\"ru\"><head><title>Вход</title></head><body>\n<form method=\"post\" action=\"/login\">"
        + "<input name=\"login\"><input name=\"password\" type=\"password\"><button>Войти</button></form>\n</body></html>\n";

    /// <summary>The handler's own "no such counterparty".</summary>
    public static string UnknownCounterparty { get; } = OneCValue.Object(("error", "Контрагент не найден")).ToJson();

    /// <summary>The handler's own "wrong key".</summary>
    public static string WrongKey { get; } = OneCValue.Object(("error", "Ключ доступа не принят")).ToJson();

    /// <summary>A base that is locked, with the administrator's text.</summary>
    public static string Maintenance(string message)
    {
        var stack = string.Join(' ', Enumerable.Range(1, 4).Select(step => $"backend.dll:0x{step * 0x4C1D:X16}"));
        var cause = OneCValue.Object(("descr", message), ("creationStack", stack), ("data", Convert.ToBase64String("{4a1c,0}"u8)));
        return ExceptionJson(403, "Начало сеанса с информационной базой запрещено.\n" + message, ("inner", cause));
    }

    /// <summary>The platform's exception as JSON, its cause one level down.</summary>
    public static string Exception(int reason, string message) => ExceptionJson(reason, message);

    /// <summary>The platform's exception as the licence check writes it.</summary>
    public static string NoLicence(string message)
    {
        var inner = OneCValue.Object(("descr", message));
        var outer = OneCValue.Object(("descr", "Ошибка при выполнении запроса GET к ресурсу /hs/balance/get:"), ("inner", inner));
        return OneCValue.Object(("exception", outer)).ToJson(OneCJsonLayout.Compact);
    }

    /// <summary>The web module's page.</summary>
    public static string ApplicationError(string reason) =>
        "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html><head><title>1C:Enterprise 8 application error</title></head><body>"
        + $"<h2>1C:Enterprise 8 application error:</h2>Unrecoverable error<br><b>by reason: </b><br>{WebUtility.HtmlEncode(reason)}</body></html>";

    /// <summary>An exception that the service's code let through.</summary>
    public static string HandlerException(string message) => "{HTTPСервис.Взаиморасчеты.Модуль(42)}: " + message;

    /// <summary>An envelope that says no.</summary>
    public static string SuccessFalse(string message) =>
        OneCValue.Object(("success", "false"), ("response", OneCValue.Null), ("error", message)).ToJson();

    /// <summary>A proxy's page.</summary>
    public static string Proxy(int status)
    {
        var title = status switch
        {
            502 => "502 Bad Gateway",
            503 => "503 Service Temporarily Unavailable",
            504 => "504 Gateway Time-out",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A proxy answers 502, 503 or 504 here."),
        };
        return $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    }

    private static string ExceptionJson(int reason, string message, params (string Key, OneCValue Value)[] more)
    {
        var inner = OneCValue.Object([("descr", message), .. more]);
        var outer = OneCValue.Object(
            ("reason", reason),
            ("descr", $"HTTP: {(HttpStatusCode)reason}\nОшибка при выполнении запроса GET к ресурсу /hs/balance/get:"),
            ("inner", inner)
        );
        return OneCValue
            .Object(("#exception", "{http://v8.1c.ru/8.2/virtual-resource-system}Exception"), ("exception", outer))
            .ToJson(OneCJsonLayout.Compact);
    }
}
