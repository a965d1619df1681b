using System.Net;

namespace Settlements.Tests.OneC;

/// <summary>What each answer that is no balance means.</summary>
public sealed class ErrorTests
{
    private const string Maintenance =
        """{"#exception":"{http://v8.1c.ru/8.2/virtual-resource-system}Exception","exception":{"reason":403,"descr":"HTTP: Forbidden\nОшибка при выполнении запроса GET к ресурсу /hs/x:","inner":{"descr":"Начало сеанса с информационной базой запрещено.\nОбновляем до вечера","inner":{"descr":"Обновляем до вечера","creationStack":"srv.dll:0x00000000000019AB","data":"77u/ew0Kew=="}}}}""";
    private const string NoLicence =
        """{"exception":{"descr":"Ошибка при выполнении запроса GET к ресурсу /hs/balance/get:","inner":{"descr":"Не обнаружено свободной лицензии!"}}}""";
    private const string NoRights =
        """{"exception":{"reason":403,"descr":"HTTP: Forbidden","inner":{"descr":"Нарушение прав доступа!"}}}""";
    private const string NoSession =
        """<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/xsl" href="http://srv-07/base/e1csys/exception.xslt"?><exception xmlns="http://v8.1c.ru/8.2/virtual-resource-system" reason="406"><descr xmlns="http://v8.1c.ru/8.1/data/core">Истекло время ожидания сеанса</descr></exception>""";
    private const string ApplicationError =
        """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><html><head><title>1C:Enterprise 8 application error</title></head><body><h2>1C:Enterprise 8 application error:</h2>Unrecoverable error<br><b>by reason: </b><br>No space left &apos;/var/tmp/v8/a.tmp&apos;. 28(0x0000001C)</body></html>""";
    private const string Mismatch = "1C:Enterprise 8 application error: Различаются версии клиента и сервера (8.3.20.1 - 8.3.21.2)";
    private const string Handler =
        "{HTTPСервис.Долги.Модуль(17)}: Деление на 0\n\tИтог = Сумма / Курс;\nпо причине:\n{ОбщийМодуль.Курсы.Модуль(3)}: Курс не задан";
    private const string EnglishHandler = "{HTTPService.Debts.Module(17, 5)}: Division by zero";
    private const string ODataXml =
        """<m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>-1</m:code><m:message>Поле не найдено</m:message></m:error>""";
    private const string Forbidden = "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>";
    private const string Gateway = "<html><head><title>503 Service Temporarily Unavailable</title></head></html>";
    private const string Balance = """{"debt":0}""";

    [Theory]
    [InlineData(401, "", SettlementsError.NotAuthenticated)]
    [InlineData(401, Forbidden, SettlementsError.NotAuthenticated)]
    [InlineData(401, """{"error":"bad key"}""", SettlementsError.NotAuthenticated)]
    [InlineData(401, Handler, SettlementsError.NotAuthenticated)]
    [InlineData(
        200,
        """{"exception":{"reason":401,"descr":"Идентификация пользователя не выполнена"}}""",
        SettlementsError.NotAuthenticated
    )]
    [InlineData(403, Maintenance, SettlementsError.Unavailable)]
    [InlineData(200, Maintenance, SettlementsError.Unavailable)]
    [InlineData(503, Maintenance, SettlementsError.Unavailable)]
    [InlineData(403, "Начало сеанса с информационной базой запрещено.\nОбновление", SettlementsError.Unavailable)]
    [InlineData(403, "<html><body>Начало сеанса с информационной базой запрещено.</body></html>", SettlementsError.Unavailable)]
    [InlineData(403, """{"message":"Начало сеанса с информационной базой запрещено"}""", SettlementsError.Unavailable)]
    [InlineData(403, NoRights, SettlementsError.Forbidden)]
    [InlineData(200, NoRights, SettlementsError.Forbidden)]
    [InlineData(500, NoRights, SettlementsError.Forbidden)]
    [InlineData(403, "", SettlementsError.Forbidden)]
    [InlineData(403, Forbidden, SettlementsError.Forbidden)]
    [InlineData(403, "Идентификация пользователя не выполнена", SettlementsError.Forbidden)]
    [InlineData(403, NoLicence, SettlementsError.Unavailable)]
    [InlineData(404, "", SettlementsError.NotFound)]
    [InlineData(404, Forbidden, SettlementsError.NotFound)]
    [InlineData(404, """{"debt":0}""", SettlementsError.NotFound)]
    [InlineData(404, """{"error":"Контрагент не найден"}""", SettlementsError.NotFound)]
    [InlineData(403, """{"error":"no access"}""", SettlementsError.Forbidden)]
    [InlineData(409, """{"error":"locked"}""", SettlementsError.Unavailable)]
    [InlineData(404, Handler, SettlementsError.Rejected)]
    [InlineData(410, "", SettlementsError.NotFound)]
    [InlineData(406, NoSession, SettlementsError.Overloaded)]
    [InlineData(200, NoSession, SettlementsError.Overloaded)]
    [InlineData(500, NoSession, SettlementsError.Overloaded)]
    [InlineData(406, "", SettlementsError.Overloaded)]
    [InlineData(429, "", SettlementsError.Overloaded)]
    [InlineData(429, """{"error":"rate limit exceeded"}""", SettlementsError.Overloaded)]
    [InlineData(408, "", SettlementsError.Unavailable)]
    [InlineData(409, Mismatch, SettlementsError.Unavailable)]
    [InlineData(409, "", SettlementsError.Unavailable)]
    [InlineData(200, Mismatch, SettlementsError.Unavailable)]
    [InlineData(500, NoLicence, SettlementsError.Unavailable)]
    [InlineData(200, NoLicence, SettlementsError.Unavailable)]
    [InlineData(200, "There are no free licenses!", SettlementsError.Unavailable)]
    [InlineData(400, "На сервере 1С:Предприятия не найдена лицензия.", SettlementsError.Unavailable)]
    [InlineData(500, ApplicationError, SettlementsError.Unavailable)]
    [InlineData(200, ApplicationError, SettlementsError.Unavailable)]
    [InlineData(500, "", SettlementsError.Unavailable)]
    [InlineData(500, Balance, SettlementsError.Unavailable)]
    [InlineData(500, "Internal Server Error", SettlementsError.Unavailable)]
    [InlineData(501, "", SettlementsError.Unavailable)]
    [InlineData(502, "", SettlementsError.Unavailable)]
    [InlineData(503, Gateway, SettlementsError.Unavailable)]
    [InlineData(503, """{"error":"upstream is gone"}""", SettlementsError.Unavailable)]
    [InlineData(504, "", SettlementsError.Unavailable)]
    [InlineData(200, "Сеанс отсутствует или удален", SettlementsError.Unavailable)]
    [InlineData(200, Handler, SettlementsError.Rejected)]
    [InlineData(500, Handler, SettlementsError.Rejected)]
    [InlineData(400, Handler, SettlementsError.Rejected)]
    [InlineData(503, Handler, SettlementsError.Rejected)]
    [InlineData(200, EnglishHandler, SettlementsError.Rejected)]
    [InlineData(500, EnglishHandler, SettlementsError.Rejected)]
    [InlineData(200, "{HTTPСервіс.Борги.Модуль(4)}: Помилка", SettlementsError.Rejected)]
    [InlineData(200, "\"{HTTPСервис.Долги.Модуль(4)}: Ошибка\"", SettlementsError.Rejected)]
    [InlineData(500, "<html><body>{HTTPСервис.Долги.Модуль(4)}: Ошибка</body></html>", SettlementsError.Rejected)]
    [InlineData(
        500,
        """{"exception":{"descr":"HTTP: Internal","inner":{"descr":"{HTTPСервис.Долги.Модуль(4)}: Ошибка"}}}""",
        SettlementsError.Rejected
    )]
    [InlineData(200, """{"success":"false"}""", SettlementsError.Rejected)]
    [InlineData(200, """{"success":false,"debt":0}""", SettlementsError.Rejected)]
    [InlineData(200, """{"success":"Нет","response":{"debt":0}}""", SettlementsError.Rejected)]
    [InlineData(200, """{"response":{"success":false,"debt":0}}""", SettlementsError.Rejected)]
    [InlineData(200, """{"success":false,"debt":"abc"}""", SettlementsError.Rejected)]
    [InlineData(200, """{"Ошибка":"Нет такого","debt":0}""", SettlementsError.Rejected)]
    [InlineData(200, """[{"Ошибка":"Нет такого"}]""", SettlementsError.Rejected)]
    [InlineData(200, "\"{\\\"Ошибка\\\":\\\"Нет такого\\\"}\"", SettlementsError.Rejected)]
    [InlineData(500, """{"Ошибка":"Нет такого"}""", SettlementsError.Rejected)]
    [InlineData(403, """{"Ошибка":"Нет такого"}""", SettlementsError.Rejected)]
    [InlineData(503, """{"Ошибка":"Нет такого"}""", SettlementsError.Rejected)]
    [InlineData(400, """{"success":false}""", SettlementsError.Rejected)]
    [InlineData(200, """{"error":"no such customer"}""", SettlementsError.Rejected)]
    [InlineData(200, """{"error":{"code":5,"message":"no such customer"},"debt":0}""", SettlementsError.Rejected)]
    [InlineData(200, """{"errors":["no such customer"]}""", SettlementsError.Rejected)]
    [InlineData(500, """{"error":true,"message":"no such customer"}""", SettlementsError.Rejected)]
    [InlineData(500, "{'error':'%D0%9D%D0%B5%D1%82%20%D0%B4%D0%BE%D0%BB%D0%B3%D0%B0'}", SettlementsError.Rejected)]
    [InlineData(200, "{'error':'%D0%9D%D0%B5%D1%82%20%D0%B4%D0%BE%D0%BB%D0%B3%D0%B0'}", SettlementsError.Rejected)]
    [InlineData(200, "{'success':'false', 'Ошибка':''}", SettlementsError.Rejected)]
    [InlineData(200, "{'error':''}", SettlementsError.InvalidResponse)]
    [InlineData(200, """{"Ошибка":"Нет тако""", SettlementsError.InvalidResponse)]
    [InlineData(400, ODataXml, SettlementsError.Rejected)]
    [InlineData(200, """{"odata.error":{"message":{"value":"Поле не найдено"}}}""", SettlementsError.Rejected)]
    [InlineData(400, "", SettlementsError.Rejected)]
    [InlineData(405, "", SettlementsError.Rejected)]
    [InlineData(422, "Плохой запрос", SettlementsError.Rejected)]
    [InlineData(204, "", SettlementsError.InvalidResponse)]
    [InlineData(302, "", SettlementsError.InvalidResponse)]
    [InlineData(307, Balance, SettlementsError.InvalidResponse)]
    public async Task Tells_errors_apart(int status, string body, SettlementsError expected)
    {
        var error = await OneCHost.RefuseAsync(body, (HttpStatusCode)status);

        error.Error.Should().Be(expected, error.Message);
        error.StatusCode.Should().Be((HttpStatusCode)status);
        error.IsTransient.Should().Be(expected is SettlementsError.Unavailable or SettlementsError.Overloaded);
        error.Message.Should().NotBeNullOrWhiteSpace().And.NotContain("Модуль(").And.NotContain(".dll").And.NotContain("/tmp/");
    }

    [Theory]
    [InlineData(403, Maintenance, "1C cannot serve now (HTTP 403): Начало сеанса с информационной базой запрещено.; Обновляем до вечера")]
    [InlineData(500, NoLicence, "1C cannot serve now (HTTP 500): Не обнаружено свободной лицензии!")]
    [InlineData(406, NoSession, "1C has no room for another request now (HTTP 406): Истекло время ожидания сеанса")]
    [InlineData(200, Handler, "The service refused the request (HTTP 200): Деление на 0; Курс не задан")]
    [InlineData(
        200,
        """{"success":"false","error":"","message":"Договор закрыт"}""",
        "The service refused the request (HTTP 200): Договор закрыт"
    )]
    [InlineData(
        500,
        "{'error':'%D0%9D%D0%B5%D1%82%20%D0%B4%D0%BE%D0%BB%D0%B3%D0%B0'}",
        "The service refused the request (HTTP 500): Нет долга"
    )]
    [InlineData(400, ODataXml, "The service refused the request (HTTP 400): Поле не найдено")]
    [InlineData(404, "", "1C has no such publication, service or object: look at BaseUrl and the path (HTTP 404).")]
    [InlineData(
        500,
        """{"exception":{"descr":"0J3QtdGCINC80LXRgdGC0LAg0L3QsCDQtNC40YHQutC1"}}""",
        "1C cannot serve now (HTTP 500): Нет места на диске"
    )]
    public async Task Says_it_in_the_words_of_the_service(int status, string body, string message) =>
        (await OneCHost.RefuseAsync(body, (HttpStatusCode)status)).Message.Should().Be(message);

    [Fact]
    public async Task A_long_text_is_shortened()
    {
        var error = await OneCHost.RefuseAsync($$"""{"error":"{{new string('я', 5000)}}"}""");

        error.Message.Length.Should().BeLessThan(400);
    }

    [Fact]
    public async Task An_error_longer_than_an_answer_may_be_is_still_told_apart()
    {
        var body = Maintenance.Replace("77u/ew0Kew==", new string('A', 10_000), StringComparison.Ordinal);

        var error = await OneCHost.RefuseAsync(body, HttpStatusCode.Forbidden, options => options.MaxResponseBytes = 4096);

        error.Error.Should().Be(SettlementsError.Unavailable);
    }

    [Theory]
    [InlineData("""{"error":"Запрос /hs/balance/get?key=top-secret%21&counterparty_id=1 не понят"}""")]
    [InlineData("""{"error":"ключ top-secret! неверен"}""")]
    [InlineData("""{"error":"dXNlcjpwYXNzd29yZC14 c2VjcmV0 password-x"}""")]
    [InlineData("""{"error":"Authorization: Basic aXZhbm92OnBhc3N3b3JkLXg="}""")]
    [InlineData("<html><title>https://ivanov:password-x@1c.example/x?key=top-secret!</title></html>")]
    [InlineData("""{"debt":"top-secret!"}""")]
    [InlineData("""{"debt":1,"updated_at":"password-x"}""")]
    [InlineData("key top-secret%21 is wrong")]
    public async Task Shows_no_secret_that_the_server_repeats(string body)
    {
        foreach (var status in (int[])[200, 500])
        {
            var error = await OneCHost.RefuseAsync(
                body,
                (HttpStatusCode)status,
                options =>
                {
                    options.Key = "top-secret!";
                    options.User = "ivanov";
                    options.Password = "password-x";
                }
            );

            error.ToString().Should().NotContain("top-secret").And.NotContain("password-x").And.NotContain("aXZhbm92OnBhc3N3b3JkLXg");
        }
    }
}
