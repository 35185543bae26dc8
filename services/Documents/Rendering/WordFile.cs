using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xinfang.Law;

namespace Xinfang.Documents.Rendering;

/// <summary>
/// A paper as a Word file on the grid of GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28 characters. It is the working copy: two lines are
/// left free above the signature and no seal is drawn. Lengths in twips (1/1440 inch; 1 mm = 56.69).
/// </summary>
public static class WordFile
{
    /// <summary>The media type of a .docx.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int Top = 2098, Right = 1474, Bottom = 1984, Left = 1588;      // 37, 26, 35, 28 mm
    private const int TypeWidth = 11906 - Left - Right;                          // 8844 = 156 mm
    private const int Line = 579;                                                // 22 × 579 ≤ 12756; 580 would leave 21 lines
    private const int CharSpace = -849;                                          // (8844 / 20 / 28 − 16 pt) × 4096; declares 28 characters
    private const int Tracking = -6;                                             // 16 pt − 0.3 pt; makes 28 characters also where snapping differs
    private const double Em = 16 * 20 + Tracking;                                // one character
    private const string Red = "E60012";
    private const string Fang = "仿宋_GB2312", Biao = "方正小标宋简体", Kai = "楷体_GB2312", Hei = "黑体", Song = "宋体";

    /// <summary>Writes the paper.</summary>
    public static byte[] Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            main.AddNewPart<StyleDefinitionsPart>().Styles = DefaultStyles();
            main.AddNewPart<FontTablePart>().Fonts = FontTable();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new MirrorMargins(), new EvenAndOddHeaders(), new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
                new Compatibility(new UseFarEastLayout(), new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
                }));
            foreach (var element in Content(paper)) body.Append(element);
            body.Append(Section(main));
        }
        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(Paper paper)
    {
        if (paper.Mark is { } mark) yield return Para(new(Spacing(0, Line), Centred()), Text(mark, Hei));
        foreach (var element in Head(paper)) yield return element;
        if (paper.Addressee is { } addressee) yield return Para(new(Spacing(Line, Line)), Text($"{addressee}："));
        if (paper.Layout is PaperLayout.Form) yield return Form(paper);
        foreach (var paragraph in paper.Paragraphs)
        {
            if (paragraph.Heading is { } heading) yield return Para(new(new KeepNext(), Indented(), new OutlineLevel { Val = paragraph.Level - 1 }), Text(heading, paragraph.Level == 1 ? Hei : Kai));
            foreach (var line in Paper.Lines(paragraph.Text))
                yield return Para(ReferenceEquals(paragraph, paper.Paragraphs[^1]) ? new(new KeepNext(), Indented()) : new(Indented()), Text(line));
            if (paragraph.Table is { } table) foreach (var element in TableOf(table)) yield return element;
        }
        foreach (var (i, name) in paper.Attachments.Index())
            yield return Para(new(new KeepNext(), Spacing(i == 0 ? Line : 0, Line), Hanging(i == 0 ? 5 : 6, i == 0 ? 3 : 1)),
                Text((i == 0 ? "附件：" : "") + (paper.Attachments.Count == 1 ? "" : $"{i + 1}.") + name));
        foreach (var party in paper.Parties)
        {
            yield return Para(new(Spacing(Line, Line)), Text($"{party}（签名）："));
        }
        foreach (var element in Signature(paper)) yield return element;
        if (paper.Note is { } note) yield return Para(new(Indented()), Text($"（{note}）"));
        if (paper.CopiesTo is not null || (paper.PrintedBy is not null && paper.Date is not null)) yield return Record(paper);
        if (paper.CopiesTo is not null || paper.PrintedBy is not null) yield return Para(new(Spacing(0, Line)));
    }

    private static IEnumerable<OpenXmlElement> Head(Paper paper)
    {
        var number = paper.Number ?? "";
        switch (paper.Layout)
        {
            case PaperLayout.File or PaperLayout.Upward:
                yield return Para(new(Spacing(35 * 1440 / 25.4, 640), Centred()), Text(paper.Issuer, Biao, MarkSize(paper.Issuer), Red));
                var rule = new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 5, Color = Red });
                yield return paper.Layout is PaperLayout.Upward
                    ? Para(new(rule, new Tabs(new TabStop { Val = TabStopValues.Right, Position = TypeWidth - (int)Em }), Spacing((8 * Line) - 1984 - 640 - Line - 130, Line), Hanging(1, 0)), Text($"{number}\t签发人：{paper.Signer}"))
                    : Para(new(rule, Spacing((8 * Line) - 1984 - 640 - Line - 130, Line), Centred()), Text(number));
                foreach (var title in Title(paper.Title, 2 * Line)) yield return title;
                break;
            case PaperLayout.Letter:
                yield return Para(new(new ParagraphBorders(new BottomBorder { Val = BorderValues.ThickThinSmallGap, Size = 24, Space = 11, Color = Red }),
                    Spacing(0, 640), new Indentation { Left = "-397", Right = "-397" }, Centred()), Text(paper.Issuer, Biao, MarkSize(paper.Issuer), Red));
                yield return Para(new(Spacing(Line, Line), AtRight()), Text(number));
                foreach (var title in Title(paper.Title, 2 * Line)) yield return title;
                break;
            case PaperLayout.Notice or PaperLayout.Agreement:
                foreach (var title in Title(paper.Layout is PaperLayout.Notice ? $"{paper.Issuer}\n{paper.Title}" : paper.Title, Line)) yield return title;
                yield return Para(new(Spacing(Line, Line), Centred()), Text(number));
                break;
            default:
                foreach (var title in Title(paper.Title, 0)) yield return title;
                yield return Para(new(Spacing(0, Line), Centred()), Text(number));
                break;
        }
    }

    private static IEnumerable<OpenXmlElement> Title(string title, double before) =>
        title.Split('\n').Select((line, i) => Para(new(Spacing(i == 0 ? before : 0, Line), Centred()), Text(line, Biao, 44)));

    /// <summary>署名 centred over 成文日期, which keeps four characters from the edge; two lines above them are free for the seal.</summary>
    private static IEnumerable<OpenXmlElement> Signature(Paper paper)
    {
        if (paper.Date is not { } day || paper.Layout is PaperLayout.Form) yield break;
        var date = ChineseDates.WithYear(day);
        if (paper.Layout is PaperLayout.Agreement)
        {
            yield return Para(new(Spacing(Line, Line), FromRight(4), AtRight()), Text(date));
            yield break;
        }
        var overhang = (Grid.WidthOf(paper.Issuer) - Grid.WidthOf(date)) / 2;
        var dateIndent = Math.Max(4, overhang);
        yield return Para(new(new KeepNext(), Spacing(2 * Line, Line), FromRight(dateIndent - overhang), AtRight()), Text(paper.Issuer));
        yield return Para(new(Spacing(0, Line), FromRight(dateIndent), AtRight()), Text(date));
    }

    /// <summary>版记, floating at the foot of the page that holds it: rules of 0.35 mm outside, 0.25 mm between.</summary>
    private static Table Record(Paper paper)
    {
        var table = new Table(
            new TableProperties(
                new TablePositionProperties
                {
                    VerticalAnchor = VerticalAnchorValues.Margin, HorizontalAnchor = HorizontalAnchorValues.Margin,
                    TablePositionXAlignment = HorizontalAlignmentValues.Left, TablePositionYAlignment = VerticalAlignmentValues.Bottom,
                },
                new TableWidth { Width = $"{TypeWidth}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(Rule<TopBorder>(8), Rule<BottomBorder>(8), Rule<InsideHorizontalBorder>(6)),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = $"{TypeWidth}" }));
        if (paper.CopiesTo is { } copies) table.Append(Row(TypeWidth, Para(new(Hanging(4, 3, right: 1)), Text($"抄送：{copies}。", Fang, 28))));
        if (paper.PrintedBy is { } by && paper.Date is { } on)
            table.Append(Row(TypeWidth, Para(new(new Tabs(new TabStop { Val = TabStopValues.Right, Position = TypeWidth - (int)Em }), Hanging(1, 0)), Text($"{by}\t{ChineseDates.WithYear(on)}印发", Fang, 28))));
        return table;
    }

    private static Table Form(Paper paper)
    {
        const int Label = 2200;
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{TypeWidth}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(Rule<TopBorder>(8), Rule<LeftBorder>(8), Rule<BottomBorder>(8), Rule<RightBorder>(8), Rule<InsideHorizontalBorder>(4), Rule<InsideVerticalBorder>(4)),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = $"{Label}" }, new GridColumn { Width = $"{TypeWidth - Label}" }));
        foreach (var row in paper.Rows)
            table.Append(new TableRow(Cell(Label, Para(new(Spacing(0, Line)), Text(row.Label, Hei, 28))), Cell(TypeWidth - Label, Para(new(Spacing(0, Line)), Text(row.Value, Fang, 28)))));
        return table;
    }

    /// <summary>A caption, a table whose head is repeated on every page, and a little room under it.</summary>
    private static IEnumerable<OpenXmlElement> TableOf(PaperTable model)
    {
        int[] widths = [.. model.Shares().Select(share => (int)(share * TypeWidth))];
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{TypeWidth}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(Rule<TopBorder>(4), Rule<LeftBorder>(4), Rule<BottomBorder>(4), Rule<RightBorder>(4), Rule<InsideHorizontalBorder>(4), Rule<InsideVerticalBorder>(4)),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. model.Columns.Select((column, at) => CellOf(widths[at], column, Hei))]));
        foreach (var row in model.Rows) table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Select((cell, at) => CellOf(widths[at], cell, Fang))]));
        yield return Para(new(new KeepNext(), Spacing(0, Line), Centred()), Text(model.Caption, Hei, 28));
        yield return table;
        yield return Para(new(Spacing(0, Line / 2)));
    }

    private static TableCell CellOf(int width, string text, string font) => new(
    [
        new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        .. Paper.Lines(text).DefaultIfEmpty("").Select(line => Para(new(Spacing(0, 350), Centred()), Text(line, font, 24))),
    ]);

    private static SectionProperties Section(MainDocumentPart main) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = PageNumber(main, new Justification { Val = JustificationValues.Right }) },
        new FooterReference { Type = HeaderFooterValues.Even, Id = PageNumber(main, new Justification { Val = JustificationValues.Left }) },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = Top, Right = Right, Bottom = Bottom, Left = Left, Header = 851, Footer = 1446, Gutter = 0 },
        new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = Line, CharacterSpace = CharSpace });

    /// <summary>— 1 — in 4号 half-width digits, one character in, its dash 7 mm under the type area.</summary>
    private static string PageNumber(MainDocumentPart main, Justification side)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(Para(new(Spacing(0, 280), new Indentation { Left = "280", Right = "280" }, side),
            Text("— ", Song, 28), new SimpleField(Text("1", Song, 28)) { Instruction = " PAGE " }, Text(" —", Song, 28)));
        return main.GetIdOfPart(part);
    }

    private static Paragraph Para(ParagraphProperties properties, params OpenXmlElement[] content) => new([properties, .. content]);

    private static TableRow Row(int width, Paragraph paragraph) => new(Cell(width, paragraph));

    private static TableCell Cell(int width, Paragraph paragraph) =>
        new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), paragraph);

    private static T Rule<T>(uint eighths) where T : BorderType, new() => new() { Val = BorderValues.Single, Size = eighths, Space = 0, Color = "000000" };

    // The mark fills the line: half points of 小标宋, at most 64.
    private static int MarkSize(string issuer) => Math.Min(64, (int)(2 * 440 / Math.Max(1, Grid.WidthOf(issuer))));

    private static Run Text(string text, string font = Fang, int halfPoints = 32, string? colour = null)
    {
        var properties = new RunProperties(new RunFonts { EastAsia = font });
        if (colour is not null) properties.Append(new Color { Val = colour });
        if (halfPoints != 32) properties.Append(new FontSize { Val = $"{halfPoints}" });
        var run = new Run(properties);
        foreach (var (i, piece) in text.Split('\t').Index())
        {
            if (i > 0) run.Append(new TabChar());
            run.Append(new Text(piece) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private static SpacingBetweenLines Spacing(double before, int line) =>
        new() { Before = $"{before:0}", After = "0", Line = $"{line}", LineRule = LineSpacingRuleValues.Exact };

    private static Justification Centred() => new() { Val = JustificationValues.Center };

    private static Justification AtRight() => new() { Val = JustificationValues.Right };

    private static Indentation Indented() => new() { FirstLine = $"{2 * Em:0}", FirstLineChars = 200 };

    private static Indentation FromRight(double ems) => new() { Right = $"{ems * Em:0}" };

    private static Indentation Hanging(double left, double hanging, double right = 0) =>
        new() { Left = $"{left * Em:0}", Hanging = $"{hanging * Em:0}", Right = $"{right * Em:0}" };

    // Everything about the grid stands in Normal: some programs read only half of docDefaults.
    private static Styles DefaultStyles() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = Fang },
            new Languages { Val = "en-US", EastAsia = "zh-CN" }))),
        new Style(
            new StyleName { Val = "Normal" },
            new StyleParagraphProperties(
                new WidowControl { Val = false }, new OverflowPunctuation { Val = false }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false },
                new SnapToGrid { Val = false }, Spacing(0, Line), new Justification { Val = JustificationValues.Both }),
            new StyleRunProperties(
                new SnapToGrid { Val = false }, new Spacing { Val = Tracking }, new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }))
        { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });

    // Substitutes, tried in order where the official faces are absent.
    private static Fonts FontTable() => new(
        Font(Fang, "仿宋,FangSong,FandolFang R,Noto Serif CJK SC"), Font(Biao, "FZXiaoBiaoSong-B05S,Noto Serif CJK SC"),
        Font(Kai, "楷体,KaiTi,LXGW WenKai,Noto Serif CJK SC"), Font(Hei, "SimHei,Noto Sans CJK SC,WenQuanYi Micro Hei"), Font(Song, "SimSun,Noto Serif CJK SC"));

    private static Font Font(string name, string substitutes) => new(new AltName { Val = substitutes }, new FontCharSet { Val = "86" }) { Name = name };
}
