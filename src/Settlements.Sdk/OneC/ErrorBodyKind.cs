namespace Settlements.OneC;

/// <summary>Who speaks in a body that is no balance.</summary>
internal enum ErrorBodyKind
{
    /// <summary>Nobody: there is nothing.</summary>
    Empty,

    /// <summary>The platform or its web module.</summary>
    PlatformException,

    /// <summary>Code of the infobase that failed: <c>{HTTPСервис.X.Модуль(n)}: ...</c>.</summary>
    HandlerException,

    /// <summary>The service, by <c>success: false</c> or a filled <c>Ошибка</c>.</summary>
    ServiceError,

    /// <summary>The service or a gateway in front of it, by a filled <c>error</c>.</summary>
    Error,

    /// <summary>JSON, or what began as JSON, without any mark of an error.</summary>
    Json,

    /// <summary>A page for people, such as a login form or a web server's own error.</summary>
    Page,

    /// <summary>Anything else.</summary>
    Text,
}
