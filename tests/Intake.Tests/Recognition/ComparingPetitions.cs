using CsCheck;
using Xinfang.Intake.Recognition;
using Xinfang.Intake.Recognition.Matters;

namespace Xinfang.Intake.Tests.Recognition;

public class ComparingPetitions
{
    private static readonly Wording Sewage = new("安和里虚构楼一楼下水管返水没有人管", "2月28日晚上安和里虚构楼3号一楼卫生间地漏冒污水，淹到客厅。物业说管道归产权单位，产权单位说已经移交。请求修好主管道。");
    private static readonly Wording SewageAgain = new("再次反映安和里虚构楼下水管返水", "上次反映以后没有人来修，安和里虚构楼3号一楼卫生间又冒污水，物业和产权单位还是互相推。请求修好主管道。");
    private static readonly Wording Smoke = new("虚构东路明月花园小区餐馆油烟扰民", "明月花园小区5栋楼下有几家餐馆，油烟严重影响居民生活，晚上营业到凌晨3点，炒菜噪声大，影响居民正常休息。请有关部门解决，还居民一个正常的生活。");
    private static readonly Wording SmokeElsewhere = new("假想西路清风家园小区餐馆油烟扰民", "清风家园小区2栋楼下有几家餐馆，油烟严重影响居民生活，晚上营业到凌晨3点，炒菜噪声大，影响居民正常休息。请有关部门解决，还居民一个正常的生活。");
    private static readonly Wording SmokeNeighbour = new("明月花园小区楼下餐馆油烟大", "我也住明月花园小区，楼下餐馆的油烟天天往上冒，凌晨3点还在炒菜，噪声大。希望有关部门解决。");
    private static readonly Wording Bus = new("建议增加虚构公交9路车次", "9路公交车二十分钟一班，上班等不到车。建议早晚高峰增加车次。");

    private static readonly Rarity Rarity = Rarity.Count([Sewage, SewageAgain, Smoke, SmokeElsewhere, SmokeNeighbour, Bus, .. Others]);

    private static IEnumerable<Wording> Others => Enumerable.Range(1, 40).Select(n => new Wording(
        $"咨询第{n}号政策怎么办理", $"尊敬的领导您好，我想咨询第{n}号政策，请有关部门解决，希望给一个答复，谢谢。影响居民正常生活的问题一直没有人管。"));

    private static Comparison Compare(Wording a, Wording b, PersonMatch person, double days = 20) =>
        Comparison.Of(Matter.Of(a, Rarity), Matter.Of(b, Rarity), Rarity, person, days);

    [Fact]
    public void The_same_person_with_the_same_matter_is_a_repeat()
    {
        var comparison = Compare(Sewage, SewageAgain, PersonMatch.Identity);
        Assert.Equal(Kinship.Repeat, comparison.Kinship);
        Assert.Contains(comparison.Points, point => point is { Speaks: true, Sentence: "证件号码相同，是同一个人。" });
    }

    [Fact]
    public void The_same_person_with_another_matter_is_not() =>
        Assert.Equal(Kinship.Unrelated, Compare(Sewage, Bus, PersonMatch.Identity).Kinship);

    [Fact]
    public void The_same_words_about_another_place_are_another_matter()
    {
        var comparison = Compare(Smoke, SmokeElsewhere, PersonMatch.Different);
        Assert.Equal(Kinship.Unrelated, comparison.Kinship);
        Assert.Contains(comparison.Points, point => !point.Speaks && point.Sentence.Contains("地方或者单位不同", StringComparison.Ordinal));
    }

    [Fact]
    public void A_neighbour_tells_of_the_same_event() =>
        Assert.Equal(Kinship.SameEvent, Compare(Smoke, SmokeNeighbour, PersonMatch.Different).Kinship);

    [Fact]
    public void The_same_words_never_make_two_people_one()
    {
        var comparison = Compare(Sewage, Sewage, PersonMatch.Different);
        Assert.Equal(0, comparison.SamePerson);
        Assert.NotEqual(Kinship.Repeat, comparison.Kinship);
    }

    [Fact]
    public void A_name_alone_does_not_make_a_repeat() => Assert.NotEqual(Kinship.Repeat, Compare(Sewage, SewageAgain, PersonMatch.NameOnly).Kinship);

    [Fact]
    public void It_makes_no_difference_which_comes_first() =>
        Gen.Select(Texts, Texts).Sample((a, b) =>
        {
            var (there, back) = (Compare(a, b, PersonMatch.Phone), Compare(b, a, PersonMatch.Phone));
            Assert.Equal(there.SameMatter, back.SameMatter, 6);
            Assert.Equal(there.SameEvent, back.SameEvent, 6);
            Assert.InRange(there.SameMatter, 0, 1);
            Assert.InRange(there.SameEvent, 0, 1);
        }, iter: 300);

    [Fact]
    public void Matching_passages_read_the_same_on_both_sides_and_do_not_overlap() =>
        Gen.Select(Texts, Texts).Sample((a, b) =>
        {
            var (first, second) = ($"{a.Subject}\n{a.Rest}", $"{b.Rest}\n{a.Subject}{b.Subject}");
            var passages = Passages.Between(first, second);
            Assert.All(passages, p => Assert.Equal(
                Characters.Normal(first.Substring(p.InFirst, p.LengthInFirst), digits: true).Text, Characters.Normal(second.Substring(p.InSecond, p.LengthInSecond), digits: true).Text));
            Apart(passages.Select(p => (p.InFirst, p.LengthInFirst)));
            Apart(passages.Select(p => (p.InSecond, p.LengthInSecond)));
        }, iter: 300);

    [Fact]
    public void A_petition_is_found_again_by_a_few_grams_of_its_own()
    {
        var matter = Matter.Of(Sewage, Rarity);
        var signature = Signature.Of(matter);
        Assert.InRange(signature.Count, 1, Signature.Size);
        Assert.Equal(signature, Signature.Of(Matter.Of(Sewage, Rarity)));
        Assert.Equal(signature.Count, signature.Distinct().Count());
        Assert.True(signature.Intersect(Signature.Of(Matter.Of(SewageAgain, Rarity))).Count() > 5 * signature.Intersect(Signature.Of(Matter.Of(Bus, Rarity))).Count());
    }

    private static Gen<Wording> Texts { get; } = Gen.Select(Part, Part, Part, (a, b, c) => new Wording(a, $"{b}{c}"));

    private static Gen<string> Part => Gen.OneOf(
        Gen.Int[0, 7].Select(n => new[] { Sewage.Subject, Sewage.Rest, SewageAgain.Rest, Smoke.Subject, Smoke.Rest, SmokeElsewhere.Rest, Bus.Subject, Bus.Rest }[n]),
        Gen.Char["甲乙丙丁路区市楼 ，。３3aA"].Array[0, 40].Select(chars => new string(chars)));

    private static void Apart(IEnumerable<(int Start, int Length)> spans)
    {
        var end = 0;
        foreach (var (start, length) in spans.OrderBy(span => span.Start))
        {
            Assert.True(start >= end);
            end = start + length;
        }
    }
}
