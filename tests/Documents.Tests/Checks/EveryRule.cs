using Xinfang.Documents.Checks;
using Xinfang.Testing;
using static Xinfang.Documents.Tests.Checks.Given;

namespace Xinfang.Documents.Tests.Checks;

/// <summary>One sentence that each rule finds fault with, and one that it lets pass.</summary>
[Rule("A-37")]
public class EveryRule
{
    [Theory]
    [InlineData("L01", "经现场查看,返水情况属实。", "经现场查看，返水情况属实。")]
    [InlineData("L01", "共用管道(主管道)塌陷。", "当天9:35到现场，录像编号a:b。")]
    [InlineData("L02", "经查情况属实.", "面积为46.5平方米。")]
    [InlineData("L02", "面积为４６平方米。", "面积为46平方米。")]
    [InlineData("L02", "经查　情况属实。", "经查，情况属实。")]
    [InlineData("L03", "依照《物业管理条例的规定办理。", "依照《物业管理条例》的规定办理。")]
    [InlineData("L03", "管道（《移交协议）》由产权单位维修。", "管道（见《移交协议》）由产权单位维修。")]
    [InlineData("L04", "主管道已经塌陷，", "主管道已经塌陷。")]
    [InlineData("L04", "主管道已经塌陷", "物业说“不归我管。”")]
    [InlineData("L05", "主管道塌陷，，应当维修。", "主管道塌陷，应当维修。")]
    [InlineData("L06", "见受理告知书（津南开住建信受[2026]31号）。", "见受理告知书（津南开住建信受〔2026〕31号）。")]
    [InlineData("L07", "见受理告知书（津南开住建信受〔2026〕第031号）。", "见受理告知书（津南开住建信受〔2026〕31号）。")]
    [InlineData("L08", "见受理告知书（津南开住建信受〔2026〕32号）。", "见受理告知书（津南开住建信受〔2026〕31号）。")]
    [InlineData("L09", "2026年03月02日查看现场。", "2026年3月2日查看现场。")]
    [InlineData("L09", "2026年2月30日查看现场。", "2026年2月28日查看现场。")]
    [InlineData("L09", "2026.3.2查看现场。", "本区人口约1.5万。")]
    [InlineData("L09", "二〇二六年三月二日查看现场。", "2026年3月2日查看现场。")]
    [InlineData("L12", "最晚2026年5月10日作出意见。", "最晚2026年5月11日作出意见。")]
    [InlineData("L12", "最晚2026年6月1日作出意见。", "最晚2026年5月11日作出意见。")]
    [InlineData("L19", "依据《信访条例》第二十条。", "依据《信访工作条例》第三十二条。")]
    [InlineData("L19", "依据《信访工作条例》第五十一条。", "依据《信访工作条例》第五十条。")]
    [InlineData("L19", "依据《合同法》第八条。", "依据《中华人民共和国民法典》第一千一百六十五条。")]
    [InlineData("L19", "依据《管道维修赔偿法》。", "依据《移交协议》第四条。")]
    [InlineData("L19", "依据《物业管理条例》第52条。", "依据《物业管理条例》第五十二条。")]
    [InlineData("L20", "身份证号为11010519491231002X。", "身份证号为110105********002X。")]
    [InlineData("L20", "电话为13000000009。", "电话为022-0000 0014，或者13000000001。")]
    [InlineData("L20", "付到6222020000000000000账户。", "付到尾号0005的账户。")]
    [InlineData("L20", "车辆为津A12345。", "车辆为一辆货车。")]
    [InlineData("L22", "与120104-20260302-0002号信访相同。", "即120104-20260302-0001号信访。")]
    [InlineData("L24", "由××公司维修。", "由甲某所在公司维修。")]
    [InlineData("L24", "应赔偿____元。", "应赔偿4320元。")]
    [InlineData("L24", "由{单位}维修。", "由产权单位维修。")]
    [InlineData("L25", "由有关部门负责维修。", "由区城管委负责维修。")]
    [InlineData("L26", "信访人无理取闹。", "信访人对金额有异议。")]
    [InlineData("L27", "按期答复率由60%提高到72%，提高12%。", "按期答复率由60%提高到72%，提高12个百分点。")]
    [InlineData("L27", "来信由120件增加到100件。", "来信由120件减少到100件。")]
    [InlineData("L27", "今年共登记120件，其中来信40件、来访50件、网上20件。", "今年共登记110件，其中来信40件、来访50件、网上20件。")]
    [InlineData("L28", "请在30天内提出。", "请在30日内提出。")]
    [InlineData("L28", "已付4320元，还欠1.2万元。", "已付4320元，还欠12000元。")]
    [InlineData("L29", "（一）、主管道塌陷。", "（一）主管道塌陷。")]
    [InlineData("L29", "1、主管道塌陷。", "1.主管道塌陷。")]
    [InlineData("L30", "检测结果见附件。", "检测结果已经送给您。")]
    public void Finds_the_wrong_sentence_and_lets_the_right_one_pass(string rule, string wrong, string right)
    {
        Assert.Contains(Linter.Check(Notice(wrong)), found => found.Rule == rule && found.Paragraph == 1);
        Assert.DoesNotContain(Linter.Check(Notice(right)), found => found.Rule == rule);
    }

    public static TheoryData<string, CheckedDocument> Wrong => new()
    {
        { "L10", Opinion() with { Number = "津南开住建信理〔2025〕7号" } },
        { "L11", Opinion() with { Days = [("收到", new(2026, 3, 5)), ("受理", new(2026, 3, 4))] } },
        { "L11", Opinion() with { Days = [("收到", new(2026, 3, 5)), ("作出", new(2026, 4, 28))] } },
        { "L13", Opinion() with { Claims = [] } },
        { "L13", Without(ParagraphRole.Facts) },
        { "L13", Without(ParagraphRole.Quoted) },
        { "L13", Opinion() with { Claims = [Claim(1), Claim(2) with { Basis = " " }] } },
        { "L13", Opinion() with { Claims = [Claim(1), Claim(2) with { Reason = "" }] } },
        { "L14", Opinion() with { Claims = [Claim(1), new(2, false)] } },
        { "L14", Opinion() with { Claims = [Claim(1), Claim(2), Claim(3)] } },
        { "L14", Opinion() with { Claims = [Claim(2), Claim(1)] } },
        { "L15", Without(ParagraphRole.Remedy) },
        { "L15", Remedy("可以自收到本意见书之日起30日内，向天津市南开区人民政府书面请求复核。") },
        { "L15", Remedy("可以自收到本意见书之日起60日内，向天津市南开区人民政府书面请求复查。") },
        { "L15", Remedy("可以自本意见书作出之日起30日内，向天津市南开区人民政府书面请求复查。") },
        { "L15", Remedy("可以自收到本意见书之日起30日内，向天津市南开区人民政府书面请求复查，或者向人民法院起诉。") },
        { "L15", Opinion() with { Form = DocumentForm.Recheck } },
        { "L16", Remedy("可以自收到本意见书之日起30日内，向天津市人民政府书面请求复查。") },
        { "L16", Opinion() with { ReviewBody = Issuer } },
        { "L16", Opinion() with { ReviewBody = null } },
        { "L17", Receipt("2026年5月30日") },
        { "L18", Opinion() with { Issuer = "天津市南开区住房和建设委员会物业科" } },
        { "L18", Opinion() with { SignedAs = "天津市南开区人民政府" } },
        { "L23", Opinion() with { Earlier = [Sketch.Of([Facts, Claim(1).Reason!, Claim(2).Reason!])!] } },
        { "L25", Opinion() with { Claims = [Claim(1), Claim(2) with { Reason = "已依法处理。" }] } },
        { "L29", Opinion() with { Paragraphs = [.. Opinion().Paragraphs.Where(paragraph => paragraph.Heading?.StartsWith('二') is not true)] } },
        { "L30", Opinion() with { Attachments = ["检测报告"] } },
        { "L34", Opinion() with { Addressee = "张某某:" } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Finds_what_is_wrong_with_a_document_as_a_whole(string rule, CheckedDocument document) =>
        Assert.Contains(Linter.Check(document), found => found.Rule == rule);

    [Fact]
    public void A_document_in_order_has_no_finding()
    {
        Assert.Empty(Linter.Check(Opinion()));
        Assert.Empty(Linter.Check(Receipt("2026年5月29日")));
        Assert.Empty(Linter.Check(Opinion() with { Form = DocumentForm.Review, Paragraphs = Remedy("可以自收到本意见书之日起30日内，向天津市南开区人民政府书面请求复核。").Paragraphs }));
        Assert.Empty(Linter.Check(Opinion() with { Earlier = [Sketch.Of(["另一件事：小区北门外摊贩占道经营，每天早晨堵住消防通道，居民出行不便，多次反映没有结果，希望尽快清理并且安排固定的摊位。"])!] }));
    }

    [Fact]
    public void What_the_petitioner_wrote_is_not_corrected() =>
        Assert.Empty(Linter.Check(Notice("经查，情况属实。") with { Paragraphs = [new("经查,__漏水××", ParagraphRole.Quoted), new("经查，情况属实。")] }));

    [Fact]
    public void The_place_is_kept_for_the_editor()
    {
        var found = Assert.Single(Linter.Check(Notice("经现场查看,返水情况属实。")));
        Assert.Equal((1, 5, "第1段", Severity.Error), (found.Paragraph, found.Offset, found.Where, found.Severity));
    }

    [Fact]
    public void A_sketch_survives_its_bytes_and_says_nothing_of_short_texts()
    {
        var sketch = Sketch.Of([Facts, Claim(1).Reason!])!;
        Assert.Equal(1, Sketch.From(sketch.ToBytes()).Like(sketch));
        Assert.Null(Sketch.Of(["经查属实。"]));
    }

    [Theory]
    [InlineData("五十", 50)]
    [InlineData("十二", 12)]
    [InlineData("一千一百六十五", 1165)]
    [InlineData("一百零三", 103)]
    public void Articles_are_read_as_printed(string written, int number) =>
        Assert.Equal(number > 50, Linter.Check(Notice($"依据《信访工作条例》第{written}条。")).Any(found => found.Rule == "L19"));

    [Fact]
    public void A_name_that_the_receiver_must_not_read_stands_in_the_way()
    {
        var letter = Notice("甲某某反映乙某某的问题。") with { HiddenNames = new HashSet<string> { "甲某某" } };
        Assert.Contains(Linter.Check(letter), found => found is { Rule: "L21", Severity: Severity.Error, Offset: 0 });
        Assert.DoesNotContain(Linter.Check(letter with { Paragraphs = [new("信访人反映乙某某的问题。")] }), found => found.Rule == "L21");
    }

    [Theory]
    [InlineData("关于某小区3号楼，下水管道返水问题的处理意见", true)]
    [InlineData("关于天津市南开区某某街道某某社区某某小区三号楼一至六层共用下水主管道长期塌陷返水影响居民生活问题及其赔偿请求的信访事项处理意见", true)]
    [InlineData("关于《物业管理条例》适用问题的处理意见", false)]
    [InlineData("信访事项处理意见书", false)]
    public void A_title_has_three_lines_at_most_and_no_marks(string title, bool wrong) =>
        Assert.Equal(wrong, Linter.Check(Notice("主管道塌陷。") with { Title = title }).Any(found => found.Rule == "L32"));
}
