using Settlements.Diagnosis;
using Settlements.OneC;

namespace Settlements.Tests.Diagnosis;

/// <summary>Which unknown keys are worth a suggestion.</summary>
public sealed class SimilarKeysTests
{
    private static readonly IReadOnlyList<MappedField> Missing =
    [
        .. MappedField.All(new OneCFieldOptions()).Where(field => field.Place == KeyPlace.Balance),
    ];

    [Theory]
    [InlineData("overdue", "Overdue")]
    [InlineData("OverdueDebt", "Overdue")]
    [InlineData("overdue-debt", "Overdue")]
    [InlineData("overdu_debt", "Overdue")]
    [InlineData("ПросроченныйДолг", "Overdue")]
    [InlineData("Долг", "Debt")]
    [InlineData("balance", "Debt")]
    [InlineData("Debt", "Debt")]
    [InlineData("КредитныйЛимит", "Limit")]
    [InlineData("Расчётные документы", "Documents")]
    [InlineData("updatedAt", "UpdatedAt")]
    public void Is_suggested(string key, string field) => SimilarKeys.Guess(key, Missing)!.Name.Should().Be(field);

    [Theory]
    [InlineData("manager")]
    [InlineData("d")]
    [InlineData("")]
    [InlineData("dept")]
    [InlineData("Телефон")]
    public void Is_left_alone(string key) => SimilarKeys.Guess(key, Missing).Should().BeNull();

    [Fact]
    public void Only_what_is_missing_is_suggested() =>
        SimilarKeys.Guess("overdue", [.. Missing.Where(field => field.Key != BalanceKey.Overdue)]).Should().BeNull();
}
