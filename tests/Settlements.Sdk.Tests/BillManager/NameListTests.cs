using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class NameListTests
{
    [Theory]
    [InlineData("Хостинг", "Хостинг", true)]
    [InlineData("Облако, Хостинг", "Хостинг", true)]
    [InlineData("Облако; хостинг ; Домены", "Хостинг", true)]
    [InlineData("Облако\nХостинг", "Хостинг", true)]
    [InlineData("Хостинг и домены", "Хостинг", false)]
    [InlineData("Мой Хостинг", "Хостинг", false)]
    [InlineData("Хостинги, Хостинг", "Хостинг", true)]
    [InlineData("ООО «А, Б», ООО «В»", "ООО «А, Б»", true)]
    [InlineData("", "Хостинг", false)]
    [InlineData(null, "Хостинг", null)]
    public void A_name_is_found_whole(string? text, string name, bool? found) => NameList.Contains(text, name).Should().Be(found);
}
