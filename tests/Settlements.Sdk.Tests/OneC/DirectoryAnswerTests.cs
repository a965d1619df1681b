using System.Net;
using Settlements.Linking;
using static Settlements.Tests.OneC.DirectoryHost;

namespace Settlements.Tests.OneC;

/// <summary>What a directory's answer is taken for. In the bodies G and H are two GUIDs, T is the number asked for.</summary>
public sealed class DirectoryAnswerTests
{
    private const string Row = """{"counterparty_id":"G","name":"ООО Ромашка","tin":"T","kpp":"773601001","deleted":false}""";

    private static readonly DirectoryCounterparty Found = new()
    {
        Id = Id,
        TaxId = Company,
        Name = "ООО Ромашка",
    };

    [Theory]
    [InlineData("{\"counterparties\":[" + Row + "]}")]
    [InlineData("[" + Row + "]")]
    [InlineData("{\"data\":{\"counterparties\":[" + Row + "]}}")]
    [InlineData("{\"Ответ\":[" + Row + "]}")]
    [InlineData("{\"success\":\"true\",\"response\":{\"counterparties\":[" + Row + "]},\"error\":\"\"}")]
    [InlineData("[{\"counterparties\":[" + Row + "]}]")]
    [InlineData("[{\"result\":[" + Row + "]}]")]
    [InlineData("{\"counterparties\":{\"0\":" + Row + "}}")]
    [InlineData("{\"counterparties\":[" + Row + "," + Row + "]}")]
    [InlineData("\"{\\\"counterparties\\\":[{\\\"counterparty_id\\\":\\\"G\\\",\\\"tin\\\":\\\"T\\\"}]}\"", "", false)]
    [InlineData("{\"counterparties\":[{\"counterparty_id\":\"G\",\"tin\":\" T \",\"kpp\":\"\",\"deleted\":\"\"}]}", "", false)]
    [InlineData("{\"counterparties\":[{\"counterparty_id\":\"G\",\"tin\":7707083893,\"kpp\":null}]}", "", false)]
    [InlineData("{\"counterparties\":[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"kpp\":773601001,\"deleted\":\"Нет\"}]}", Kpp, false)]
    [InlineData("{\"counterparties\":[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"deleted\":\"Да\"}]}", "", true)]
    public async Task Reads_the_list_in_whatever_it_is_wrapped(string body, string? kpp = Kpp, bool isDeleted = false)
    {
        var found = await SearchAsync(With(body));

        var expected = Found with { TaxId = TaxId.Parse(Inn, TaxIdCountry.Russia, kpp), IsDeleted = isDeleted };
        found.Should().ContainSingle().Which.Should().Be(expected with { Name = found[0].Name });
        found[0].Name.Should().BeOneOf("ООО Ромашка", null);
    }

    [Theory]
    [InlineData("{\"counterparties\":[]}")]
    [InlineData("[]")]
    [InlineData("{\"data\":[]}")]
    [InlineData("{\"success\":true,\"result\":{\"counterparties\":{}}}")]
    public async Task An_empty_list_says_that_there_is_none(string body)
    {
        (await SearchAsync(body)).Should().BeEmpty();
        (await FindAsync(body)).Should().BeNull();
    }

    [Theory]
    [InlineData("", "The answer is empty.")]
    [InlineData("{}", "*holds no list of counterparties, which is not the same as an empty one*")]
    [InlineData("null", "*holds no list*")]
    [InlineData("0", "*holds no list*")]
    [InlineData("\"\"", "*broken or cut short*")]
    [InlineData("{\"counterparties\":null}", "counterparties: is no array; give an empty one when there is no counterparty.")]
    [InlineData("{\"counterparties\":\"\"}", "counterparties: is no array*")]
    [InlineData("{\"counterparties\":{\"1\":{}}}", "counterparties: is an object whose keys do not count from 0*")]
    [InlineData("{\"counterparties\":[1]}", "counterparties[0]: is no object where a row must stand.")]
    [InlineData("{\"data\":null}", "*holds no list*")]
    [InlineData("{\"data\":[],\"result\":[]}", "*holds no list*")]
    [InlineData("{\"counterparties\":[],\"counterparties\":[]}", "counterparties: stands twice in one object*")]
    [InlineData("{\"counterparties\":[]", "*broken or cut short*")]
    [InlineData("{\"counterparties\":[]} []", "*broken or cut short*")]
    [InlineData("<html><body>login</body></html>", "*a page for a browser*")]
    [InlineData(Row, "*one counterparty where a list must stand*")]
    [InlineData("{\"data\":" + Row + "}", "*one counterparty where a list must stand*")]
    [InlineData("[{\"tin\":\"T\"}]", "[0].counterparty_id: must be a GUID*")]
    [InlineData("[{\"counterparty_id\":\"\",\"tin\":\"T\"}]", "[0].counterparty_id: must be a GUID*")]
    [InlineData("[{\"counterparty_id\":\"00000000-0000-0000-0000-000000000000\",\"tin\":\"T\"}]", "*must be a GUID*")]
    [InlineData("[{\"counterparty_id\":17,\"tin\":\"T\"}]", "*must be a GUID*")]
    [InlineData("[{\"counterparty_id\":\"G\"}]", "[0].tin: must repeat the tax number asked for*")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"\"}]", "*must repeat the tax number*")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"7736207543\"}]", "[0].tin: is another tax number than the one asked for.")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"7707083894\"}]", "*must repeat the tax number*")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"T\"},{\"counterparty_id\":\"H\",\"tin\":\"7736207543\"}]", "[1].tin: is another*")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":{}}]", "[0].tin: must be a text.")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"kpp\":\"77\"}]", "[0].kpp: is no KPP*")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"deleted\":\"maybe\"}]", "[0].deleted: must be true or false.")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"deleted\":2}]", "[0].deleted: must be true or false.")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"name\":\"\\ud800\"}]", "*surrogate*")]
    [InlineData(
        "[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"name\":\"a\"},{\"counterparty_id\":\"G\",\"tin\":\"T\",\"name\":\"b\"}]",
        "The counterparty * stands twice in the list, each time otherwise."
    )]
    public async Task What_is_no_list_is_refused_and_never_taken_for_none(string body, string message)
    {
        var refusal = await RefusalOf(SearchAsync(With(body)));

        refusal.Error.Should().Be(SettlementsError.InvalidResponse);
        refusal.IsTransient.Should().BeFalse();
        refusal.Message.Should().Match(message).And.NotContain(Inn);
    }

    [Theory]
    [InlineData("{\"success\":\"false\",\"error\":\"нет\"}", HttpStatusCode.OK, SettlementsError.Rejected)]
    [InlineData("{\"Ошибка\":\"занято\",\"counterparties\":[]}", HttpStatusCode.OK, SettlementsError.Rejected)]
    [InlineData("{\"error\":\"no such counterparty\"}", HttpStatusCode.NotFound, SettlementsError.NotFound)]
    [InlineData("{HTTPСервис.Контрагенты.Модуль(3)}: нет данных", HttpStatusCode.OK, SettlementsError.Rejected)]
    [InlineData("{\"error\":\"other data\"}", HttpStatusCode.UnprocessableEntity, SettlementsError.Rejected)]
    public async Task The_service_s_own_refusals_are_those_of_balances(string body, HttpStatusCode status, SettlementsError error)
    {
        (await RefusalOf(RegisterAsync(body, status: status))).Error.Should().Be(error);
        if (status == HttpStatusCode.OK)
            (await RefusalOf(SearchAsync(body))).Error.Should().Be(error);
    }

    [Fact]
    public async Task An_answer_deeper_than_allowed_is_too_large() =>
        (await RefusalOf(SearchAsync("{\"x\":" + new string('[', 60) + new string(']', 60) + ",\"counterparties\":[]}")))
            .Error.Should()
            .Be(SettlementsError.TooLarge);

    [Theory]
    [InlineData("105000015")]
    [InlineData("\"105000015\"")]
    [InlineData("\"0105000015\"")]
    public async Task A_leading_zero_that_a_number_lost_is_put_back_where_the_check_digits_agree(string tin)
    {
        var found = await SearchAsync($$"""[{"counterparty_id":"{{DirectoryHost.Guid}}","tin":{{tin}},"kpp":10501001}]""", Adygea);

        found.Single().TaxId.Should().Be(TaxId.Parse("0105000015", TaxIdCountry.Russia, "010501001"));
    }

    [Fact]
    public async Task A_zero_is_not_put_before_the_number_of_another()
    {
        (await RefusalOf(SearchAsync("""[{"counterparty_id":"G","tin":105000015}]""".Replace("G", DirectoryHost.Guid))))
            .Message.Should()
            .Contain("another tax number");
        (await RefusalOf(SearchAsync("""[{"counterparty_id":"G","tin":205000013}]""".Replace("G", DirectoryHost.Guid), Adygea)))
            .Message.Should()
            .Contain("must repeat the tax number");
    }

    [Fact]
    public async Task A_KPP_as_text_is_not_mended() =>
        (await RefusalOf(SearchAsync($$"""[{"counterparty_id":"{{DirectoryHost.Guid}}","tin":"0105000015","kpp":"10501001"}]""", Adygea)))
            .Message.Should()
            .Contain("is no KPP");

    [Fact]
    public async Task A_person_has_no_KPP_whatever_the_card_says()
    {
        var person = TaxId.Parse("500110126803", TaxIdCountry.Russia);

        var found = await SearchAsync($$"""[{"counterparty_id":"{{DirectoryHost.Guid}}","tin":"500110126803","kpp":"0"}]""", person);

        found.Single().TaxId.Should().Be(person);
    }

    [Theory]
    [InlineData("\"T\"", true)]
    [InlineData("\"0105000015\"", true)]
    [InlineData("105000015", true)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    [InlineData("\"по доверенности\"", false)]
    public async Task By_GUID_a_tax_number_that_cannot_be_read_is_not_known(string tin, bool isKnown)
    {
        var found = await FindAsync(With($$"""[{"counterparty_id":"G","tin":{{tin}},"kpp":"не указан"}]""".Replace("не указан", "")));

        found!.Id.Should().Be(Id);
        (found.TaxId is not null).Should().Be(isKnown);
    }

    [Theory]
    [InlineData("[{\"counterparty_id\":\"H\",\"tin\":\"T\"}]", "The answer is for the counterparty " + OtherGuid + "; asked was *")]
    [InlineData("[{\"counterparty_id\":\"G\"},{\"counterparty_id\":\"H\"}]", "The answer is for the counterparty " + OtherGuid + "*")]
    public async Task By_GUID_another_counterparty_is_refused(string body, string message) =>
        (await RefusalOf(FindAsync(With(body)))).Message.Should().Match(message);

    [Fact]
    public async Task By_GUID_one_counterparty_may_stand_by_itself() => (await FindAsync(With(Row))).Should().Be(Found);

    [Theory]
    [InlineData(Row, true)]
    [InlineData("{\"counterparty_id\":\"G\",\"tin\":\"T\",\"kpp\":\"773601001\",\"created\":true}", false)]
    [InlineData("{\"counterparty_id\":\"G\",\"tin\":\"T\",\"created\":\"Да\"}", false)]
    [InlineData("{\"data\":{\"counterparty_id\":\"G\",\"tin\":\"T\",\"created\":false}}", true)]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"created\":\"\"}]", true)]
    [InlineData("{\"counterparties\":[{\"counterparty_id\":\"G\",\"tin\":\"T\",\"created\":1}]}", false)]
    public async Task Reads_what_became_of_a_registration(string body, bool wasThere)
    {
        var result = await RegisterAsync(With(body));

        result.Counterparty.Id.Should().Be(Id);
        result.WasThere.Should().Be(wasThere);
    }

    [Theory]
    [InlineData("[]", "*holds 0 counterparties; it must be one.")]
    [InlineData("[{\"counterparty_id\":\"G\",\"tin\":\"T\"},{\"counterparty_id\":\"H\",\"tin\":\"T\"}]", "*holds 2 counterparties*")]
    [InlineData("{\"counterparty_id\":\"G\",\"tin\":\"7736207543\"}", "tin: is another tax number*")]
    [InlineData("{\"counterparty_id\":\"G\"}", "tin: must repeat*")]
    [InlineData("{\"counterparty_id\":\"G\",\"tin\":\"T\",\"kpp\":\"165502001\"}", "*another KPP*")]
    [InlineData("{\"created\":true}", "*holds no list*")]
    public async Task A_registration_of_somebody_else_is_refused(string body, string message) =>
        (await RefusalOf(RegisterAsync(With(body)))).Message.Should().Match(message).And.NotContain(Inn);

    [Fact]
    public async Task Reads_a_directory_with_keys_of_its_own()
    {
        const string Body = """
            {"Контрагенты":[{"Ссылка":{"УникальныйИдентификатор":"G"},"Реквизиты":[{"ИНН":"T","КПП":"773601001"}],"Наименование":"ООО Ромашка","ПометкаУдаления":"Нет"}]}
            """;

        var found = await SearchAsync(
            With(Body),
            configure: options =>
            {
                options.Directory.Fields.List = ["Список", "Контрагенты"];
                options.Directory.Fields.Counterparty = ["Ссылка.УникальныйИдентификатор"];
                options.Directory.Fields.TaxId = ["Реквизиты.ИНН"];
                options.Directory.Fields.Kpp = ["Реквизиты.КПП"];
                options.Directory.Fields.Name = ["Наименование"];
                options.Directory.Fields.Deleted = ["ПометкаУдаления"];
            }
        );

        found.Should().Equal(Found);
    }

    [Fact]
    public async Task Where_the_service_has_no_number_in_its_answer_the_one_asked_for_is_taken()
    {
        var found = await SearchAsync(
            With("""[{"counterparty_id":"G","kpp":"165502001"}]"""),
            configure: options => options.Directory.Fields.TaxId = []
        );

        found.Single().TaxId.Should().Be(TaxId.Parse(Inn, TaxIdCountry.Russia, "165502001"));
    }

    [Fact]
    public async Task Two_keys_of_one_value_are_refused() =>
        (
            await RefusalOf(
                SearchAsync(
                    With("""[{"counterparty_id":"G","tin":"T","ИНН":"T"}]"""),
                    configure: options => options.Directory.Fields.TaxId = ["tin", "ИНН"]
                )
            )
        )
            .Message.Should()
            .Contain("beside another of its keys");

    private static string With(string body) =>
        body.Replace("\"G\"", $"\"{DirectoryHost.Guid}\"", StringComparison.Ordinal)
            .Replace("\\\"G\\\"", $"\\\"{DirectoryHost.Guid}\\\"", StringComparison.Ordinal)
            .Replace("\"H\"", $"\"{OtherGuid}\"", StringComparison.Ordinal)
            .Replace("\"T\"", $"\"{Inn}\"", StringComparison.Ordinal)
            .Replace("\\\"T\\\"", $"\\\"{Inn}\\\"", StringComparison.Ordinal)
            .Replace("\" T \"", $"\" {Inn} \"", StringComparison.Ordinal);
}
