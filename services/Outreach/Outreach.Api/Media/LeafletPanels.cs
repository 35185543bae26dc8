using SkiaSharp;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>The panels of the folded leaflet that are not sections of the text.</summary>
internal static class LeafletPanels
{
    private const float Height = Leaflet.Height;

    /// <summary>What lies on top when the front is opened: the numbers to keep, or a question, or the sentence.</summary>
    public static void FoldsIn(Printed text, Sheet sheet, float x, float width)
    {
        var figures = text.Sections.Where(section => section.Figure is not null).ToList();
        if (figures.Count >= 2)
        {
            Heading(sheet, "记住这几个数", x, 14, width);
            var each = Math.Min(42, (Height - 44) / figures.Count);
            foreach (var (i, section) in figures.Index())
            {
                var y = 30 + (each * i);
                if (i > 0) sheet.Fill(x, y - 1, width, 0.25f, Sheet.Line);
                var size = Math.Min(50, each * 1.3f);
                sheet.Text(section.Figure!, x, y + (size * 0.36f), sheet.Bold, size, Sheet.Act, fit: width * 0.5f);
                sheet.Text(section.FigureLabel ?? "", x + width, y + (size * 0.2f), sheet.Bold, 16, Sheet.Ink, SKTextAlign.Right, width * 0.48f);
                sheet.Text(section.Heading!, x + width, y + (size * 0.2f) + 7.5f, sheet.Plain, 13, Sheet.Soft, SKTextAlign.Right, width * 0.48f);
            }
        }
        else if (text.Content.Questions is { Count: > 0 } questions) Question(text, sheet, questions, x, 14, width);
        else Sentence(text, sheet, x, 14, width);
    }

    /// <summary>The third panel inside, where the sections end before it.</summary>
    public static void Last(Printed text, Sheet sheet, float x, float top, float width)
    {
        var figures = text.Sections.Count(section => section.Figure is not null) >= 2;
        if (figures && text.Content.Questions is { Count: > 0 } questions) Question(text, sheet, questions, x, top, width);
        else Sentence(text, sheet, x, top, width);
    }

    public static void Back(Printed text, Sheet sheet, float left, float width, float margin)
    {
        var (x, wide) = (left + margin, width - (2 * margin));
        sheet.Fill(left, 0, width, Height, Sheet.Wash);
        Heading(sheet, "找我们", x, 14, wide);
        var y = 30f;
        foreach (var (label, value) in (ReadOnlySpan<(string, string)>)[("电话", OfficeDetails.Phone), ("接听", OfficeDetails.PhoneHours), ("来访", OfficeDetails.Hall), ("时间", OfficeDetails.HallHours)])
        {
            sheet.Text(label, x, y + 5, sheet.Bold, 13, Sheet.Act);
            foreach (var line in value.Split('，')) y = sheet.Flow(line, x + 14, y, wide - 14, sheet.Plain, 13, Sheet.Ink);
            y += 1.2f;
        }
        sheet.Qr(text.Address, left + ((width - 44) / 2), 92, 44);
        sheet.Text(text.QuizAddress is null ? "扫码看全文" : "扫码看全文，做小测验", left + (width / 2), 143, sheet.Bold, 13.5f, Sheet.Ink, SKTextAlign.Center, wide);
        sheet.Text(OfficeDetails.Free, left + (width / 2), 152, sheet.Plain, 13, Sheet.Ink, SKTextAlign.Center, wide);
        y = Height - 10 - Sheet.Height(text.Basis, wide, 9.5f) - Sheet.Leading(9.5f);
        y = sheet.Flow(text.Basis, x, y, wide, sheet.Plain, 9.5f, Sheet.Soft);
        sheet.Flow($"{OfficeDetails.Name}　{text.Edition}", x, y, wide, sheet.Plain, 9.5f, Sheet.Soft);
    }

    public static void Front(Printed text, Sheet sheet, float left, float width, float margin)
    {
        var (x, wide) = (left + margin, width - (2 * margin));
        sheet.Fill(left, 0, width, Height, Sheet.Brand);
        sheet.Mark(x, 16, 12, Sheet.White, Sheet.Pale);
        sheet.Text(text.KindName, x, 66, sheet.Bold, 15, Sheet.Pale);
        var size = Math.Min(18, wide / text.TitleLines.Max(line => line.Length));
        var y = 72f;
        foreach (var line in text.TitleLines)
        {
            sheet.Text(line, x - 0.6f, y + size, sheet.Song, size * 72 / 25.4f, Sheet.White);
            y += size * 1.22f;
        }
        sheet.Flow(text.Lead, x, y + 8, wide, sheet.Plain, 14.5f, Sheet.White);
        sheet.Text("一张纸看懂，请带回家", x, Height - 19, sheet.Bold, 14, Sheet.White);
        sheet.Ruler(left, Height, width, 10, Sheet.White);
    }

    private static void Question(Printed text, Sheet sheet, IReadOnlyList<QuizQuestion> questions, float x, float top, float width)
    {
        Heading(sheet, "考考您", x, top, width);
        var y = top + 16;
        foreach (var question in questions.Take(2))
        {
            y = sheet.Flow(question.Text!, x, y, width, sheet.Bold, 15.5f, Sheet.Ink) + 2;
            foreach (var (i, option) in question.Options!.Index())
            {
                sheet.Text($"{(char)('A' + i)}", x + 1, y + 5.6f, sheet.Bold, 14.5f, Sheet.Act);
                y = sheet.Flow(option, x + 9, y, width - 9, sheet.Plain, 14.5f, Sheet.Ink) + 0.8f;
            }
            y += 7;
        }
        if (text.QuizAddress is { } address)
        {
            var size = Math.Min(40, Height - 12 - y);
            sheet.Qr(address, x - 2, y, size);
            sheet.Flow("答案和理由，扫这个码。一分钟答完，不记姓名。", x + size + 1, y + 4, width - size - 1, sheet.Plain, 12.5f, Sheet.Soft);
        }
    }

    private static void Sentence(Printed text, Sheet sheet, float x, float top, float width)
    {
        Heading(sheet, "记住一句话", x, top, width);
        var y = sheet.Flow(text.Lead, x, top + 18, width, sheet.Song, 25, Sheet.Brand);
        sheet.Flow("拿不准就打电话问，不用先跑一趟。", x, y + 8, width, sheet.Plain, 15, Sheet.Soft);
    }

    private static void Heading(Sheet sheet, string text, float x, float y, float width)
    {
        sheet.Text(text, x, y + 7, sheet.Song, 20, Sheet.Brand);
        sheet.Fill(x, y + 11, width, 0.6f, Sheet.Seal);
    }
}
