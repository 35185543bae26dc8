using Xinfang.Insight.Api.Governance.Publishing;
using Xinfang.Insight.Api.Measures;
using Xinfang.Insight.Api.Reports;
using Xinfang.Insight.Api.Reports.Drafts;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>R-3, 《政府信息公开条例》 art. 49 and 50. Years 2085 to 2088.</summary>
public class ReportingDisclosure(InsightApp app)
{
    private const string Basis = "《政府信息公开条例》第四十九条";
    private readonly Desk _desk = new(app);

    private static readonly IReadOnlyList<FrozenItem> Calendar =
    [
        new("信访接待的时间和地点", new(2026, 1, 31), new(2026, 1, 20), "接待大厅", true),
        new("2025年政府信息公开工作年度报告", new(2026, 1, 31), new(2026, 2, 3), "区政府网站", false),
        new("2025年法治政府建设年度报告（公开）", new(2026, 4, 1), null, null, false),
    ];

    [Fact, Rule("S-06")]
    public void It_has_the_parts_of_article_50_in_the_order_of_the_common_form()
    {
        var report = Report(Calendar);
        Assert.Equal(["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"], report.Text.Sections.Select(section => section.Heading));
        Assert.Equal("南开区信访办2026年政府信息公开工作年度报告", report.Text.Title);
        Assert.Equal((Basis, new DateOnly(2027, 1, 31), new DateOnly(2027, 1, 31)), (report.Article.ToString(), ReportKinds.Terms(report.Kind, 2026)!.Value.SendBy, ReportKinds.Terms(report.Kind, 2026)!.Value.PublishBy));
        Assert.Equal("", Planted.Rules(ReportCheck.Of(Report(Calendar, Planted.Filled), Planted.Drafted)));
    }

    [Fact]
    public void Applications_reviews_and_lawsuits_are_left_to_whoever_knows_them()
    {
        var text = Report(Calendar).Text;
        Assert.All(text.Sections[2].Paragraphs.Concat(text.Sections[3].Paragraphs), paragraph => Assert.Equal((ParagraphKind.ToWrite, true), (paragraph.Kind, paragraph.Hint is not null)));
        Assert.All(text.Paragraphs.Where(paragraph => paragraph.Kind is ParagraphKind.ToWrite), paragraph => Assert.StartsWith(ReportParagraph.Open, paragraph.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_made_public_is_told_with_its_term_and_what_was_late_stands_among_the_problems()
    {
        var text = Report(Calendar).Text;
        Assert.Equal("2026年公开日历列入3项，公开2项，其中按期公开1项。", Of("general.calendar").Text);
        Assert.Equal(["2025年政府信息公开工作年度报告", "2026年1月31日", "2026年2月3日", "区政府网站"], Of("proactive.items").Table!.Rows[1]);
        Assert.Equal(["2025年法治政府建设年度报告（公开）", "2026年4月1日", "没有公开", "—"], Of("proactive.items").Table!.Rows[2]);
        Assert.Equal("晚于期限公开的1项：2025年政府信息公开工作年度报告；没有公开的1项：2025年法治政府建设年度报告（公开）。", Of("problems.calendar").Text);

        ReportParagraph Of(string key) => text.Paragraphs.Single(paragraph => paragraph.Key == key);
    }

    [Fact]
    public void Answers_made_public_are_counted_and_a_calendar_without_items_is_not_invented()
    {
        var text = Report([], shared: (30, 400)).Text;
        Assert.StartsWith("公开信访事项的答复30件，公开回复率7.5%", text.Paragraphs.Single(paragraph => paragraph.Key == "proactive.replies").Text, StringComparison.Ordinal);
        Assert.All(text.Paragraphs.Where(paragraph => paragraph.Key is "general.calendar" or "proactive.items"), paragraph => Assert.Equal(ParagraphKind.ToWrite, paragraph.Kind));
        Assert.DoesNotContain(text.Paragraphs, paragraph => paragraph.Key == "problems.calendar");
    }

    [Fact]
    public void A_part_that_is_left_out_stands_in_the_way()
    {
        var report = Report(Calendar, text => Planted.Headed(Planted.Filled(text), 3, "四、没有的情况"));
        Assert.Contains(ReportCheck.Of(report, Planted.Drafted), found => found is { Rule: "L31", Excerpt: "复议", Blocks: true });
    }

    [Fact, Rule("S-06")]
    public async Task Published_by_31_January_it_settles_the_item_of_the_calendar_with_the_same_act()
    {
        var item = await Listed(2086, PublishingRule.DisclosureReport);
        var (id, at) = (await _desk.ApprovedAsync("Disclosure", 2085), Wire.On(2086, 1, 30));
        var published = await (await _desk.As("office-head", at).Post($"/reports/{id}/publication", new { on = "2086-01-25" })).Json();
        Assert.Equal(("2086-01-31", "False", 0), (published.Text("publishBy"), published.Text("publishedLate"), published.GetProperty("findings").GetArrayLength()));

        var noted = await (await _desk.As("supervisor", at).Get($"/governance/publishing/{item}")).Json();
        Assert.Equal(("2086-01-25", "True"), (noted.Text("publishedOn"), noted.Text("inTime")));
        Assert.Contains($"/reports/{id}", noted.Text("where"), StringComparison.Ordinal);
        var entry = await app.Db(db => Task.FromResult(db.Record.Single(each => each.PetitionId == item)));
        Assert.Equal(("NotePublication", "office-head"), (entry.Act, entry.By));
    }

    [Fact]
    public async Task After_31_January_it_is_told_late_and_what_was_noted_by_hand_stays()
    {
        var item = await Listed(2087, PublishingRule.DisclosureReport);
        var (id, at) = (await _desk.ApprovedAsync("Disclosure", 2086), Wire.On(2087, 2, 3));
        await (await _desk.As("supervisor", at).Post($"/governance/publishing/{item}/publication", new { on = "2087-01-29", where = "区政府网站" })).Json();
        await (await _desk.As("office-head", at).Post($"/reports/{id}/sending", new { on = "2087-02-02" })).Json();
        var published = await (await _desk.As("office-head", at).Post($"/reports/{id}/publication", new { on = "2087-02-03" })).Json();
        Assert.Equal(("True", "True"), (published.Text("sentLate"), published.Text("publishedLate")));
        Assert.All(Desk.Items(published, "findings"), found => Assert.Contains(Basis, found.Text("message"), StringComparison.Ordinal));
        Assert.Equal(["L36", "L36"], Desk.Items(published, "findings").Select(found => found.Text("rule")));
        Assert.Equal("区政府网站", (await (await _desk.As("supervisor", at).Get($"/governance/publishing/{item}")).Json()).Text("where"));
    }

    [Fact]
    public async Task The_rule_of_law_report_settles_both_its_items_when_it_is_sent_and_when_it_is_published()
    {
        var (sent, published) = (await Listed(2088, PublishingRule.RuleOfLawReportSent), await Listed(2088, PublishingRule.RuleOfLawReport));
        var (id, at) = (await _desk.ApprovedAsync("RuleOfLaw", 2087), Wire.On(2088, 3, 5));
        await (await _desk.As("office-head", at).Post($"/reports/{id}/sending", new { on = "2088-02-20" })).Json();
        Assert.Equal(("2088-02-20", "区委、区政府，市信访办公室"), await Noted(sent));
        await (await _desk.As("office-head", at).Post($"/reports/{id}/publication", new { on = "2088-03-05" })).Json();
        Assert.Equal("2088-03-05", (await Noted(published)).On);

        async Task<(string On, string Where)> Noted(Guid item) => await (await _desk.As("supervisor", at).Get($"/governance/publishing/{item}")).Json() is var each ? (each.Text("publishedOn"), each.Text("where")) : default;
    }

    [Fact]
    public async Task The_calendar_of_the_year_is_frozen_with_the_figures()
    {
        await Listed(2089, PublishingRule.Reception);
        var report = await _desk.DraftAsync("Disclosure", 2089);
        Assert.Contains("2089年公开日历列入1项，公开0项，其中按期公开0项。", Desk.Words(report), StringComparison.Ordinal);
        var snapshot = await (await _desk.As("leader", Wire.On(2090, 1, 5)).Get($"/snapshots/{report.GetProperty("snapshot").Text("id")}")).Json();
        Assert.Equal("信访接待的时间和地点", snapshot.GetProperty("content").GetProperty("publishing")[0].Text("title"));
        Assert.Equal("True", snapshot.Text("intact"));
    }

    /// <summary>An item of a year's calendar; its id.</summary>
    private Task<Guid> Listed(int year, PublishingRule rule) => app.Db(async db =>
    {
        var item = PublishingItem.Lawful(year, rule);
        db.Add(item);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return item.Id;
    });

    private static Report Report(IReadOnlyList<FrozenItem> calendar, Func<ReportText, ReportText>? change = null, (long Part, long All)? shared = null)
    {
        var planted = shared is { } known ? Planted.Snapshot(other: ("K-18", known.Part, known.All)) : Planted.Snapshot();
        var content = planted.Content with { Publishing = calendar };
        var snapshot = new Snapshot { Id = planted.Id, From = planted.From, Until = planted.Until, Basis = planted.Basis, TakenAt = planted.TakenAt, TakenBy = planted.TakenBy, Content = content, Hash = RecordChain.DigestOf(content) };
        return Planted.Report(ReportKind.Disclosure, snapshot, change);
    }
}
