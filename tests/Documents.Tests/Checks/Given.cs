using Xinfang.Documents.Checks;

namespace Xinfang.Documents.Tests.Checks;

/// <summary>Documents of the story, in order.</summary>
internal static class Given
{
    public const string Issuer = "天津市南开区住房和建设委员会";
    public const string Facts = "2026年3月19日现场管道内窥，一楼以下主管道塌陷；移交协议第四条约定由产权单位维修，产权单位没有按约定维修，物业公司也没有及时报告。";

    private static readonly DateOnly Today = new(2026, 4, 27);

    public static CheckedDocument Notice(string sentence) => new()
    {
        Form = DocumentForm.Notice,
        Paragraphs = [new(sentence)],
        Today = Today,
        Issuer = Issuer,
        Addressee = "张某某：",
        Terms = [(new(2026, 5, 10), new(2026, 5, 11))],
        OwnNumbers = new HashSet<string> { "120104-20260302-0001", "津南开住建信受〔2026〕31号" },
        NumberPrefix = "津南开住建信",
        OwnPhones = new HashSet<string> { "13000000001" },
    };

    public static CheckedClaim Claim(int number) => number == 1
        ? new(1, true, "主管道属于共用部位，移交协议约定由产权单位维修。", "《物业管理条例》第五十二条")
        : new(number, true, "赔偿数额双方有争议，可以协商，协商不成的另行解决。", "《民法典》第一千一百六十五条");

    public static CheckedDocument Opinion() => Notice("") with
    {
        Form = DocumentForm.Opinion,
        Number = "津南开住建信理〔2026〕7号",
        ReviewBody = "天津市南开区人民政府",
        Days = [("收到", new(2026, 3, 5)), ("受理", new(2026, 3, 11)), ("作出", new(2026, 4, 27))],
        Claims = [Claim(1), Claim(2)],
        Paragraphs =
        [
            new("您反映的信访事项（编号：120104-20260302-0001），我单位于2026年3月5日收到。", Heading: "一、信访事项和受理情况"),
            new("（一）修好主管道", ParagraphRole.Quoted),
            new("（二）赔偿地板", ParagraphRole.Quoted),
            new(Facts, ParagraphRole.Facts, "二、查明的事实"),
            new("（一）对第一项请求，予以支持。主管道属于共用部位，移交协议约定由产权单位维修。依据：《物业管理条例》第五十二条。", ParagraphRole.Answer, "三、处理意见和依据"),
            new("（二）对第二项请求，解释说明。赔偿数额双方有争议，可以协商，协商不成的另行解决。依据：《民法典》第一千一百六十五条。", ParagraphRole.Answer),
            new("如您对本处理意见不服，可以自收到本意见书之日起30日内，向天津市南开区人民政府书面请求复查。", ParagraphRole.Remedy, "四、救济途径"),
            new("联系电话：022-0000 0014。"),
        ],
    };

    public static CheckedDocument Remedy(string text) => Opinion() with
    {
        Paragraphs = [.. Opinion().Paragraphs.Select(paragraph => paragraph.Role is ParagraphRole.Remedy ? paragraph with { Text = text } : paragraph)],
    };

    public static CheckedDocument Without(ParagraphRole role) => Opinion() with { Paragraphs = [.. Opinion().Paragraphs.Where(paragraph => paragraph.Role != role)] };

    public static CheckedDocument Receipt(string last) => Notice("") with
    {
        Form = DocumentForm.ServiceReceipt,
        Today = new(2026, 4, 29),
        Days = [("作出", new(2026, 4, 27)), ("送达", new(2026, 4, 29))],
        Paragraphs = [new($"您可以在{last}前，向天津市南开区人民政府书面请求复查。", ParagraphRole.Remedy)],
    };
}
