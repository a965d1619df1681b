namespace Settlements.OneC;

/// <summary>What the platform itself says in its errors, in the languages of its web module.</summary>
/// <remarks>The status does not tell these cases: 403 is a lock for maintenance as well as a missing right, 500 a missing licence as well as a failed handler.</remarks>
internal static class PlatformTexts
{
    private static readonly (string Text, SettlementsError Error)[] Known =
    [
        // Licences come and go within minutes.
        ("не обнаружено свободной лицензии", SettlementsError.Unavailable),
        ("не найдена лицензия", SettlementsError.Unavailable),
        ("не обнаружена лицензия", SettlementsError.Unavailable),
        ("лицензия не найдена", SettlementsError.Unavailable),
        ("лицензия не обнаружена", SettlementsError.Unavailable),
        ("нет свободных лицензий", SettlementsError.Unavailable),
        ("нет свободной лицензии", SettlementsError.Unavailable),
        ("не знайдено ліцензі", SettlementsError.Unavailable),
        ("no free licens", SettlementsError.Unavailable),
        ("no free licenc", SettlementsError.Unavailable),
        ("license not found", SettlementsError.Unavailable),
        ("licence not found", SettlementsError.Unavailable),
        ("license is not found", SettlementsError.Unavailable),
        ("license was not found", SettlementsError.Unavailable),
        // Locked for maintenance or an update.
        ("начало сеанса с информационной базой запрещено", SettlementsError.Unavailable),
        ("начало сеанса с информационной базой запрещен", SettlementsError.Unavailable),
        ("початок сеансу з інформаційною базою заборонен", SettlementsError.Unavailable),
        ("infobase session start is denied", SettlementsError.Unavailable),
        ("starting a session with the infobase is", SettlementsError.Unavailable),
        ("session with the infobase is denied", SettlementsError.Unavailable),
        ("session with infobase is not allowed", SettlementsError.Unavailable),
        ("ошибка исключительной блокировки информационной базы", SettlementsError.Unavailable),
        ("различаются версии клиента и сервера", SettlementsError.Unavailable),
        ("client and server versions are different", SettlementsError.Unavailable),
        ("сеанс отсутствует или удален", SettlementsError.Unavailable),
        ("сеанс отсутствует или удалён", SettlementsError.Unavailable),
        ("сеанс работы завершен администратором", SettlementsError.Unavailable),
        ("сеанс работы завершён администратором", SettlementsError.Unavailable),
        ("истекло время ожидания сеанса", SettlementsError.Overloaded),
        ("идентификация пользователя не выполнена", SettlementsError.NotAuthenticated),
    ];

    private static readonly string[] ApplicationErrors =
    [
        "1C:Enterprise 8 application error",
        "1С:Предприятие 8 ошибка приложения",
        "Ошибка приложения 1С:Предприятие",
        "1C:Enterprise 8. Application error",
    ];

    /// <summary>The case that a text speaks of; null when the platform says nothing that is known here.</summary>
    internal static SettlementsError? Find(string words)
    {
        foreach (var (text, error) in Known)
            if (words.Contains(text, StringComparison.OrdinalIgnoreCase))
                return error;
        return null;
    }

    /// <summary>The heading of the web module's own errors.</summary>
    internal static bool NamesApplicationError(string words) =>
        ApplicationErrors.Any(heading => words.Contains(heading, StringComparison.OrdinalIgnoreCase));
}
