using Settlements.Payers;

namespace Settlements.Tests.Payers;

public sealed class PayerResolverTests
{
    private const string Tin = "7707083893";

    [Fact]
    public void Finds_nobody_when_no_payer_is_active()
    {
        var resolution = PayerResolver.Resolve(Company(), [A("1", code: "7", active: false)]);

        resolution.Should().BeEquivalentTo(new PayerResolution { Reason = NoPayerReason.NoActivePayer });
        PayerResolver.Resolve(Person(), []).Reason.Should().Be(NoPayerReason.NoActivePayer);
    }

    [Fact]
    public void Finds_a_person_by_accounting_code() =>
        Resolve(Person(code: "000123"), A("7", code: "000123"), A("8", order: 9)).Should().Be("7 AccountingCode");

    [Fact]
    public void Does_not_look_at_the_tin_of_a_person() =>
        Resolve(Person(tin: Tin, code: "5"), A("1", tin: Tin), A("2", tin: "500100732259", order: 2)).Should().Be("2 LastActive");

    [Fact]
    public void Finds_a_person_without_a_match_as_the_last_active() =>
        Resolve(Person(code: "5"), A("1", code: "05", order: 3), A("2", order: 4), A("3", order: 9, active: false))
            .Should()
            .Be("2 LastActive");

    [Theory]
    [InlineData(CounterpartyKind.Company)]
    [InlineData(CounterpartyKind.Entrepreneur)]
    public void Finds_others_by_tin_before_the_code(CounterpartyKind kind) =>
        Resolve(Company(tin: Tin, code: "5") with { Kind = kind }, A("1", tin: Tin), A("2", code: "5", order: 2)).Should().Be("1 Tin");

    [Fact]
    public void Never_takes_a_payer_that_is_not_active() =>
        Resolve(Company(tin: Tin, code: "5"), A("1", tin: Tin, active: false), A("2", code: "5", active: false), A("3"))
            .Should()
            .Be("3 LastActive");

    [Theory]
    [InlineData("Person")]
    [InlineData("Company")]
    [InlineData("Entrepreneur")]
    public void Does_not_compare_the_kind_of_the_payer(string kind) =>
        Resolve(Company(tin: Tin), A("1", tin: Tin) with { Kind = Enum.Parse<CounterpartyKind>(kind) }, A("2", order: 9))
            .Should()
            .Be("1 Tin");

    [Fact]
    public void Takes_an_equal_kpp() =>
        Resolve(Company(tin: Tin, kpp: "773601001"), A("1", tin: Tin, kpp: " 773601001 "), A("2", tin: Tin, kpp: "773602002", order: 9))
            .Should()
            .Be("1 Tin");

    [Fact]
    public void Prefers_an_equal_kpp_to_a_blank() =>
        Resolve(Company(tin: Tin, kpp: "773601001"), A("1", tin: Tin, kpp: "773601001"), A("2", tin: Tin, order: 9)).Should().Be("1 Tin");

    [Fact]
    public void Takes_a_blank_kpp_when_the_others_differ() =>
        Resolve(Company(tin: Tin, kpp: "773601001"), A("1", tin: Tin, kpp: " "), A("2", tin: Tin, kpp: "773602002", order: 9))
            .Should()
            .Be("1 Tin");

    [Fact]
    public void Does_not_compare_the_kpp_when_the_counterparty_has_none() =>
        Resolve(Company(tin: Tin, kpp: " "), A("1", tin: Tin, kpp: "773601001"), A("2", order: 9)).Should().Be("1 Tin");

    [Fact]
    public void Is_ambiguous_when_a_counterparty_without_kpp_meets_two_branches() =>
        Resolve(Company(tin: Tin), A("1", tin: Tin, kpp: "773601001"), A("2", tin: Tin)).Should().Be("Ambiguous Tin [1 2]");

    [Fact]
    public void Goes_on_to_the_code_when_every_kpp_differs() =>
        Resolve(Company(tin: Tin, kpp: "773601001", code: "5"), A("1", tin: Tin, kpp: "773602002", code: "5"), A("2", order: 9))
            .Should()
            .Be("1 AccountingCode KppDiffers");

    [Fact]
    public void Goes_on_to_the_last_active_when_every_kpp_differs_and_no_code_fits() =>
        Resolve(Company(tin: Tin, kpp: "773601001", code: "5"), A("1", order: 1), A("2", tin: Tin, kpp: "773602002", order: 9))
            .Should()
            .Be("2 LastActive KppDiffers");

    [Fact]
    public void Lets_the_code_decide_among_several_with_one_tin() =>
        Resolve(Company(tin: Tin, code: "05"), A("1", tin: Tin, code: "05"), A("2", tin: Tin, code: "5"), A("3", tin: Tin, order: 9))
            .Should()
            .Be("1 Tin DecidedByAccountingCode");

    [Fact]
    public void Remarks_nothing_when_the_tin_alone_is_enough() =>
        Resolve(Company(tin: Tin, code: "5"), A("1", tin: Tin, code: "5"), A("2", code: "5")).Should().Be("1 Tin");

    [Fact]
    public void Lets_the_code_decide_among_those_with_the_equal_kpp_only() =>
        Resolve(
                Company(tin: Tin, kpp: "773601001", code: "5"),
                A("1", tin: Tin, kpp: "773601001"),
                A("2", tin: Tin, kpp: "773601001"),
                A("3", tin: Tin, code: "5")
            )
            .Should()
            .Be("Ambiguous Tin [1 2]");

    [Fact]
    public void Is_ambiguous_when_the_code_fits_none_of_several_with_one_tin() =>
        Resolve(Company(tin: Tin, code: "5"), A("1", tin: Tin), A("2", tin: Tin), A("3", code: "5")).Should().Be("Ambiguous Tin [1 2]");

    [Fact]
    public void Is_ambiguous_among_those_that_the_code_fits_when_it_fits_several() =>
        Resolve(Company(tin: Tin, code: "5"), A("1", tin: Tin, code: "5"), A("2", tin: Tin, code: "5"), A("3", tin: Tin, order: 9))
            .Should()
            .Be("Ambiguous Tin [1 2]");

    [Fact]
    public void Finds_others_by_code_when_no_tin_matches() =>
        Resolve(Company(tin: Tin, code: "5"), A("1", code: " 5 "), A("2", tin: "7736207543", order: 9)).Should().Be("1 AccountingCode");

    [Fact]
    public void Finds_others_as_the_last_active_when_nothing_matches() =>
        Resolve(Company(tin: Tin, code: "5"), A("1", order: 5), A("2", order: 4)).Should().Be("1 LastActive");

    [Theory]
    [InlineData(CounterpartyKind.Person)]
    [InlineData(CounterpartyKind.Company)]
    public void Is_ambiguous_when_several_have_one_code(CounterpartyKind kind) =>
        Resolve(
                new PayerQuery { Kind = kind, AccountingCode = "5" },
                A("1", code: "5"),
                A("2", code: "5"),
                A("3", code: "5", active: false),
                A("4", order: 9)
            )
            .Should()
            .Be("Ambiguous AccountingCode [1 2]");

    [Theory]
    [InlineData("000123", "123")]
    [InlineData("123", "000123")]
    [InlineData("a1", "A1")]
    [InlineData("1 2", "12")]
    public void Compares_codes_exactly(string asked, string kept) =>
        Resolve(Person(code: asked), A("1", code: kept), A("2", order: 9)).Should().Be("2 LastActive");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Never_matches_a_blank_by_a_blank(string? blank) =>
        Resolve(Company(tin: blank, code: blank), A("1", tin: blank, code: blank), A("2", order: 9)).Should().Be("2 LastActive");

    [Theory]
    [InlineData("0000000000")]
    [InlineData("000000000000")]
    [InlineData("0")]
    [InlineData("-")]
    [InlineData("нет")]
    public void Never_matches_by_a_tin_that_stands_for_a_missing_one(string tin) =>
        Resolve(Company(tin: tin), A("1", tin: tin), A("2", order: 9)).Should().Be("2 LastActive");

    [Theory]
    [InlineData("7701234567", " 7701234567 ")]
    [InlineData("7701234567", "7701234567-")]
    [InlineData("MA1953684", "МА1953684")]
    [InlineData("ma1953684", "MA1953684")]
    public void Matches_equal_tins_however_they_are_written_and_whatever_their_check_digits(string asked, string kept) =>
        Resolve(Company(tin: asked), A("1", tin: kept), A("2", order: 9)).Should().Be("1 Tin");

    [Theory]
    [InlineData("105000008", "0105000008", "1 Tin LeadingZeroRestored")]
    [InlineData("0105000008", "105000008", "1 Tin LeadingZeroRestored")]
    [InlineData("105000008", "105000008", "1 Tin")]
    [InlineData("15184715611", "015184715611", "1 Tin LeadingZeroRestored")]
    [InlineData("105000009", "0105000009", "2 LastActive TinDiffers")]
    [InlineData("0105000009", "105000009", "2 LastActive TinDiffers")]
    [InlineData("5000008", "05000008", "2 LastActive TinDiffers")]
    [InlineData("105000008", "1105000008", "2 LastActive TinDiffers")]
    public void Restores_a_lost_zero_only_when_the_check_digits_are_right(string asked, string kept, string expected) =>
        Resolve(Company(tin: asked), A("1", tin: kept), A("2", tin: Tin, order: 9)).Should().Be(expected);

    [Fact]
    public void Is_ambiguous_when_one_payer_lost_the_zero_and_another_did_not() =>
        Resolve(Company(tin: "0105000008"), A("1", tin: "105000008"), A("2", tin: "0105000008"))
            .Should()
            .Be("Ambiguous Tin [1 2] LeadingZeroRestored");

    [Fact]
    public void Remarks_a_restored_zero_once() =>
        Resolve(Company(tin: "0105000008"), A("1", tin: "105000008"), A("2", tin: "105000008"))
            .Should()
            .Be("Ambiguous Tin [1 2] LeadingZeroRestored");

    [Fact]
    public void Remarks_no_zero_for_a_payer_that_the_code_ruled_out() =>
        Resolve(Company(tin: "0105000008", code: "5"), A("1", tin: "105000008"), A("2", tin: "0105000008", code: "5"))
            .Should()
            .Be("2 Tin DecidedByAccountingCode");

    [Fact]
    public void Remarks_that_the_payer_found_otherwise_has_another_tin()
    {
        Resolve(Company(tin: Tin, code: "5"), A("1", tin: "7736207543", code: "5")).Should().Be("1 AccountingCode TinDiffers");
        Resolve(Company(tin: Tin), A("1", tin: "0000000000")).Should().Be("1 LastActive");
        Resolve(Company(code: "5"), A("1", tin: "7736207543", code: "5")).Should().Be("1 AccountingCode");
        Resolve(Person(tin: Tin, code: "5"), A("1", tin: "500100732259", code: "5")).Should().Be("1 AccountingCode");
    }

    [Fact]
    public void Takes_the_last_of_the_ambiguous_when_told_to_and_keeps_the_rule()
    {
        var query = Company(tin: Tin, code: "5");

        TakeLast(query, A("1", tin: Tin, order: 3), A("2", tin: Tin, order: 2), A("3", order: 9))
            .Should()
            .Be("1 Tin [1 2] LastOfSeveralTaken");
        TakeLast(query, A("1", code: "5", order: 2), A("2", code: "5", order: 3), A("3", order: 9))
            .Should()
            .Be("2 AccountingCode [1 2] LastOfSeveralTaken");
        TakeLast(query, A("1", tin: Tin, order: 3, code: "5"), A("2", tin: Tin, order: 2, code: "5"), A("3", tin: Tin, order: 9))
            .Should()
            .Be("1 Tin [1 2] LastOfSeveralTaken");
    }

    [Fact]
    public void Takes_a_sole_match_without_a_remark_when_the_last_is_to_be_taken() =>
        TakeLast(Company(tin: Tin), A("1", tin: Tin), A("2", order: 9)).Should().Be("1 Tin");

    [Theory]
    [InlineData("9", "10", "10")]
    [InlineData("007", "6", "007")]
    [InlineData("7", "07", "7")]
    [InlineData("a", "b", "b")]
    [InlineData("9", "1a", "1a")]
    [InlineData("10", "", "")]
    [InlineData("18446744073709551616", "18446744073709551615", "18446744073709551616")]
    public void Resolves_a_tie_by_the_higher_id_and_says_so(string one, string other, string higher)
    {
        Resolve(Person(), A(one, order: 4), A("x", order: 3), A(other, order: 4)).Should().Be($"{higher} LastActive TieResolvedById");
        Resolve(Person(), A(other, order: 4), A(one, order: 4)).Should().Be($"{higher} LastActive TieResolvedById");
        TakeLast(Company(tin: Tin), A(one, tin: Tin), A(other, tin: Tin))
            .Should()
            .Be($"{higher} Tin [{one} {other}] LastOfSeveralTaken TieResolvedById");
    }

    [Fact]
    public void Remarks_no_tie_below_the_last()
    {
        Resolve(Person(), A("1", order: 1), A("2", order: 1), A("3", order: 2)).Should().Be("3 LastActive");
        Resolve(Person(), A("3", order: 2), A("1", order: 1), A("2", order: 1)).Should().Be("3 LastActive");
        Resolve(Person(), A("3", order: 2), A("4", order: 2), A("2", order: 1)).Should().Be("4 LastActive TieResolvedById");
    }

    [Fact]
    public void Orders_any_ids_without_a_circle()
    {
        string[] ids = ["9", "10", "1a", "a", "", "010", "99", "b2", "0", "00"];
        foreach (var left in ids)
        {
            foreach (var right in ids)
            {
                Math.Sign(PayerIds.Compare(left, right)).Should().Be(-Math.Sign(PayerIds.Compare(right, left)), $"{left} and {right}");
                foreach (var third in ids.Where(third => PayerIds.Compare(left, right) <= 0 && PayerIds.Compare(right, third) <= 0))
                    PayerIds.Compare(left, third).Should().BeLessThanOrEqualTo(0, $"{left}, {right}, {third}");
            }
        }
    }

    [Fact]
    public void Gives_the_same_answer_for_the_same_facts_in_any_order()
    {
        var random = new Random(20261121);
        string?[] tins = [null, "", Tin, "0105000008", "105000008", "0000000000"];
        string?[] kpps = [null, "773601001", "773602002"];
        string?[] codes = [null, "5", "05"];
        for (var run = 0; run < 3000; run++)
        {
            var payers = Enumerable
                .Range(1, random.Next(1, 6))
                .Select(i => A($"{i}", Any(tins), Any(kpps), Any(codes), random.Next(3), random.Next(4) > 0))
                .ToArray();
            var query = new PayerQuery
            {
                Kind = (CounterpartyKind)random.Next(3),
                Tin = Any(tins),
                Kpp = Any(kpps),
                AccountingCode = Any(codes),
            };

            var one = PayerResolver.Resolve(query, payers, OnAmbiguousPayer.TakeLast);
            var other = PayerResolver.Resolve(query, [.. payers.Reverse()], OnAmbiguousPayer.TakeLast);

            other.Payer.Should().Be(one.Payer, $"seed 20261121, run {run}");
            other.MatchedBy.Should().Be(one.MatchedBy);
            other.Notes.Should().Equal(one.Notes);
            (one.Payer is null).Should().Be(payers.All(payer => !payer.IsActive));
        }

        string? Any(string?[] of) => of[random.Next(of.Length)];
    }

    [Fact]
    public void Refuses_what_a_program_got_wrong()
    {
        FluentActions
            .Invoking(() => PayerResolver.Resolve(Company(), [A("1"), null!]))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("payers[1] is null.*");
        FluentActions
            .Invoking(() => PayerResolver.Resolve(Company() with { Kind = (CounterpartyKind)3 }, []))
            .Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithMessage("A counterparty is a person, a company or an entrepreneur.*");
        FluentActions
            .Invoking(() => PayerResolver.Resolve(Company(), [], (OnAmbiguousPayer)2))
            .Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithMessage("Several payers either wait or give the last.*");
        FluentActions.Invoking(() => PayerResolver.Resolve(null!, [])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PayerResolver.Resolve(Company(), null!)).Should().Throw<ArgumentNullException>();
    }

    private static string Resolve(PayerQuery query, params Payer[] payers) => Text(PayerResolver.Resolve(query, payers));

    private static string TakeLast(PayerQuery query, params Payer[] payers) =>
        Text(PayerResolver.Resolve(query, payers, OnAmbiguousPayer.TakeLast));

    private static string Text(PayerResolution resolution)
    {
        var candidates = resolution.Candidates.Count == 0 ? null : $"[{string.Join(' ', resolution.Candidates.Select(payer => payer.Id))}]";
        string?[] parts =
        [
            resolution.Payer?.Id,
            $"{resolution.Reason}",
            $"{resolution.MatchedBy}",
            candidates,
            .. resolution.Notes.Select(note => $"{note}"),
        ];
        return string.Join(' ', parts.Where((part, i) => part is not null && (part.Length > 0 || i == 0)));
    }

    private static PayerQuery Company(string? tin = null, string? kpp = null, string? code = null) =>
        new()
        {
            Kind = CounterpartyKind.Company,
            Tin = tin,
            Kpp = kpp,
            AccountingCode = code,
        };

    private static PayerQuery Person(string? tin = null, string? code = null) =>
        new()
        {
            Kind = CounterpartyKind.Person,
            Tin = tin,
            AccountingCode = code,
        };

    private static Payer A(string id, string? tin = null, string? kpp = null, string? code = null, long order = 1, bool active = true) =>
        new()
        {
            Id = id,
            Kind = CounterpartyKind.Company,
            IsActive = active,
            Tin = tin,
            Kpp = kpp,
            AccountingCode = code,
            CreationOrder = order,
        };
}
