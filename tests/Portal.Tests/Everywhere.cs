namespace Xinfang.Portal.Tests;

/// <summary>Every page of the Portal, and who sees it.</summary>
/// <param name="Who">public, visit, or organ/duty.</param>
public sealed record Place(string Name, string Path, string Who)
{
    /// <inheritdoc />
    public override string ToString() => Name;
}

internal static class Everywhere
{
    private const string Clerk = "120104-xfb/Register", Overseer = "120104-xfb/Oversee", Officer = "120104-zjw/Handle", Checker = "120104-zjw/Check", HeadOfOrgan = "120104-zjw/Head", Reviewer = "120104/Handle";
    private static readonly string Review = $"/desk/reviews/{Story.Id}";
    private static readonly string Case = $"/desk/petitions/{Story.Id}";

    public static readonly Place[] Places =
    [
        new("home", "/", "public"), new("path", "/path", "public"), new("path-2", "/path?about=wages", "public"), new("path-result", "/path/result?about=wages&stage=none", "public"),
        new("submit-1", "/submit/1", "public"), new("submit-2", "/submit/2", "public"), new("submit-3", "/submit/3", "draft"), new("resume", "/submit/resume", "public"),
        new("query", "/progress?number=120104-20260302-0001", "public"), new("receipt-gone", "/receipt", "public"),
        new("info", "/info", "public"), new("privacy", "/privacy", "public"), new("accessibility", "/accessibility", "public"), new("sitemap", "/sitemap", "public"), new("calculator", "/calculator", "public"), new("calculator-result", "/calculator?term=completion&from=2026-03-11&extension=30", "public"), new("missing", "/nowhere", "public"),
        new("progress", "/progress/view", "visit"), new("document", $"/progress/documents/case-handling/{Story.Acceptance}", "visit"), new("rate", "/progress/rate", "visit"), new("add", "/progress/add", "visit"),
        new("chase", "/progress/chase", "visit"), new("withdraw", "/progress/withdraw", "visit"), new("message", "/progress/message", "visit"), new("retaliation", "/progress/retaliation", "visit"), new("own-data", "/progress/data", "visit"), new("corrections", "/desk/corrections", Clerk), new("correction", $"/desk/corrections/{DataStub.One}", Clerk), new("retention", "/desk/retention", Overseer), new("search-readings", "/desk/search-readings", "120104-xfb/Audit"),
        new("reply", $"/desk/routing/{Story.Id}/reply", Clerk), new("link", $"/desk/routing/{Story.Id}/link", Clerk), new("diversion", $"/desk/routing/{Story.Id}/diversion", Clerk),
        new("compare", $"/desk/routing/{Story.Id}/repeats/{Story.Receipt}", Clerk), new("compare-linked", $"/desk/routing/{Story.Id}/repeats/{Story.Acceptance}?done=confirmed", Clerk),
        new("escalation", $"/desk/routing/{Story.Id}/escalation", Clerk), new("dispute", $"/desk/routing/{Story.Id}/dispute", Clerk), new("dispute-outcome", "/desk/routing/019cb000-0000-7000-8000-000000000003/dispute", Clerk),
        new("escalations", "/desk/escalations", Clerk), new("incidents", "/desk/incidents", Clerk), new("call-backs", "/desk/call-backs", Clerk), new("call-back", $"/desk/routing/{Story.Id}/call-back", Overseer), new("retaliation-desk", "/desk/retaliation", Overseer), new("messages", $"{Case}/messages", Officer),
        new("identity", $"{Case}/identity", Officer), new("identity-openings", "/desk/identity-openings", Overseer), new("identity-readings", "/desk/identity-readings", "120104-xfb/Audit"),
        new("routing-batch", $"/desk/routing/batch?ids={Story.Id}&ids=019cb000-0000-7000-8000-000000000004", Clerk), new("routing-held", "/desk/routing/019cb000-0000-7000-8000-000000000004", Clerk),
        new("imports", "/desk/import", Clerk), new("imports-refused", "/desk/import?wrong=file-name", Clerk), new("import-checked", $"/desk/import/{Story.Id}", Clerk), new("import-running", "/desk/import/019cb000-0000-7000-8000-000000000002", Clerk), new("import-failed", "/desk/import/019cb000-0000-7000-8000-000000000003", Clerk),
        new("hall", "/desk/hall", Clerk), new("hall-back", $"/desk/hall?number={Story.Number}", Clerk), new("hall-window", "/desk/hall", Officer), new("hall-slip", $"/desk/hall/{Story.Id}/slip", Clerk), new("hall-days", "/desk/hall/days", Overseer), new("hall-screen", "/hall", "public"),
        new("register-visit", "/desk/register?channel=Visit", Clerk),
        new("sign-in", "/sign-in?over=1", "public"), new("sign-out", "/sign-out", "public"),
        new("routing", "/desk/routing", Clerk), new("routing-empty", "/desk/routing?state=Returned", Clerk), new("routing-detail", $"/desk/routing/{Story.Id}", Clerk),
        new("routing-sealed", "/desk/routing/019cb000-0000-7000-8000-000000000002", Clerk), new("routing-done", "/desk/routing/019cb000-0000-7000-8000-000000000003?done=routed", Clerk), new("register", "/desk/register?channel=Letter", Clerk),
        new("contested", "/desk/contested", Overseer), new("contestation-decision", $"{Case}/contestation/decision", Overseer), new("overseer-petition", Case, Overseer), new("overseer-inbox", "/desk/inbox", Overseer),
        new("inbox", "/desk/inbox", Officer), new("inbox-empty", "/desk/inbox?box=Done", Officer), new("petition", Case, Officer), new("desk-document", $"/desk/documents/case-handling/{Story.Id}/{Story.Acceptance}", Officer),
        new("claim", $"{Case}/claim", Officer), new("acceptance", $"{Case}/acceptance", Officer), new("declination", $"{Case}/declination", Officer), new("contestation", $"{Case}/contestation", Officer),
        new("statement", $"{Case}/statement", Officer), new("extension", $"{Case}/extensions", HeadOfOrgan), new("extension-service", $"{Case}/extensions/service", Officer), new("opinion", $"{Case}/opinion/draft", Officer), new("opinion-check", $"{Case}/opinion/check", Checker), new("opinion-return", $"{Case}/opinion/return", Checker),
        new("opinion-signature", $"{Case}/opinion/signature", HeadOfOrgan), new("opinion-withdrawal", $"{Case}/opinion/withdrawal", HeadOfOrgan),
        new("service", $"{Case}/service", Officer), new("act-simple-procedure", $"{Case}/simple-procedure", Officer), new("act-simple-procedure-end", $"{Case}/simple-procedure/end", Officer), new("act-answer", $"{Case}/answer", Officer), new("act-study", $"{Case}/study", Officer), new("act-answer-measure", $"{Case}/answer/measure", Officer), new("act-answer-reward", $"{Case}/answer/reward", Officer), new("act-mediation-consents", $"{Case}/mediation/consents", Officer), new("act-mediation", $"{Case}/mediation", Officer), new("act-mediation-agreement", $"{Case}/mediation/agreement", Officer), new("act-mediation-failure", $"{Case}/mediation/failure", Officer), new("act-hearings", $"{Case}/hearings", Officer), new("act-hearings-record", $"{Case}/hearings/record", Officer), new("act-hearings-cancellation", $"{Case}/hearings/cancellation", Officer), new("act-measures", $"{Case}/measures", Officer), new("act-contacts", $"{Case}/contacts", Officer), new("act-enforcement-plan", $"{Case}/enforcement/plan", Officer), new("act-enforcement", $"{Case}/enforcement", Officer), new("act-enforcement-refusal", $"{Case}/enforcement/refusal", Officer), new("act-accusation-reception", $"{Case}/accusation/reception", Officer), new("act-accusation-verification", $"{Case}/accusation/verification", Officer), new("act-accusation-transfer", $"{Case}/accusation/transfer", Officer), new("act-accusation-organisation", $"{Case}/accusation/organisation", Officer), new("act-accusation-result", $"{Case}/accusation/result", Officer), new("act-hand-over", $"{Case}/hand-over", Officer), new("act-concerned", $"{Case}/concerned", Officer), new("act-termination", $"{Case}/termination", Officer), new("completion-shut", $"{Case}/completion", Officer), new("recusal", $"{Case}/recusal", Officer), new("desk-missing", "/desk/petitions/019cb000-0000-7000-8000-00000000dead", Officer),
        new("recognition", "/desk/recognition", Overseer), new("contents", "/desk/contents", Overseer), new("quality", "/desk/quality", Overseer), new("quality-review", $"/desk/quality/{Story.Acceptance}", Overseer), new("quality-organ", "/desk/quality", HeadOfOrgan),
        .. Supervision, .. JointWork, .. LawStub.Places, .. WarningStub.Places, .. AlarmStub.Places, .. InsightStub.Places, .. GovernanceStub.Places(Overseer, Officer), .. ReportStub.Places, .. Training,
        new("search", "/desk/search", Clerk), new("search-found", "/desk/search?street=120104001&channel=Online", Clerk), new("search-none", "/desk/search?state=Barred", Clerk), new("search-partly", "/desk/search?from=2026-03-01", Overseer), new("search-organ", "/desk/search?category=Redress", Officer), new("search-more", "/desk/search?channel=Phone&after=next-page", Clerk),
        new("review-request", "/progress/review", "visit"),
        new("reviews", "/desk/reviews", Reviewer), new("review", Review, Reviewer), new("review-register", "/desk/reviews/register", Reviewer), new("review-claim", $"{Review}/claim", Reviewer),
        new("review-acceptance", $"{Review}/acceptance", Reviewer), new("review-rejection", $"{Review}/rejection", Reviewer), new("review-hearing", $"{Review}/hearings", Reviewer),
        new("review-proposal", $"{Review}/proposal", Reviewer), new("review-decision", $"{Review}/decision", "120104/Head"), new("review-service-shut", $"{Review}/service", Reviewer), new("review-recusal", $"{Review}/recusal", Reviewer),
        new("replies", "/replies", "public"), new("reply-public", $"/replies/{Story.Id}", "public"), new("reply-gone", $"/replies/{Story.Acceptance}", "public"),
        new("publication", $"{Case}/publication", Officer), new("publication-release", $"{Case}/publication/release", Checker), new("publication-withdrawal", $"{Case}/publication/withdrawal", Checker),
        new("bar", $"{Case}/bar", HeadOfOrgan), new("earlier", $"{Case}/earlier", Officer), new("news", $"{Case}/news", Officer), new("care", $"{Case}/care", Officer),
        new("leader", "/desk/home", "120104-xfb/Lead"), new("admin", "/desk/home", "120104-xfb/Administer"), .. PeopleStub.Places,
    ];

    private static IEnumerable<Place> Training
    {
        get
        {
            const string root = "/desk/training", trainer = "120104-xfb/Train";
            yield return new("bank", $"{root}/bank", trainer);
            yield return new("bank-empty", $"{root}/bank?state=Retired", trainer);
            yield return new("question", $"{root}/bank/{TrainingStub.Id}", trainer);
            yield return new("question-review", $"{root}/bank/{TrainingStub.Drafted}", Overseer);
            yield return new("question-new", $"{root}/bank/new", trainer);
            yield return new("exams", $"{root}/exams", trainer);
            yield return new("exam-new", $"{root}/exams/new", trainer);
            yield return new("exam-open", $"{root}/exams/{TrainingStub.Id}", trainer);
            yield return new("exam-draft", $"{root}/exams/{TrainingStub.Drafted}", trainer);
            yield return new("exam-marking", $"{root}/exams/{TrainingStub.Id}/marking", trainer);
            yield return new("exam-marked", $"{root}/exams/{TrainingStub.Drafted}/marking", trainer);
            yield return new("my-training", $"{root}/mine", Officer);
            for (var number = 1; number <= 6; number++) yield return new($"sheet-{number}", $"{root}/sittings/{TrainingStub.Id}?q={number}", Officer);
            yield return new("sheet-end", $"{root}/sittings/{TrainingStub.Id}?q=end", Officer);
            yield return new("sheet-result", $"{root}/sittings/{TrainingStub.HandedIn}", Officer);
            yield return new("sessions", $"{root}/sessions", trainer);
            yield return new("session-new", $"{root}/sessions/new", trainer);
            yield return new("session", $"{root}/sessions/{TrainingStub.Id}", trainer);
            yield return new("session-screen", $"{root}/sessions/{TrainingStub.Id}/screen", trainer);
            yield return new("session-sign-in", $"{root}/sign-in?session={TrainingStub.Id}", Officer);
            yield return new("hours", $"{root}/hours", trainer);
            yield return new("needs", $"{root}/needs", trainer);
            yield return new("needs-organ", $"{root}/needs", Officer);
            yield return new("need-proposed", $"{root}/needs/{TrainingStub.Id}", trainer);
            yield return new("need-accepted", $"{root}/needs/{TrainingStub.HandedIn}", trainer);
            yield return new("my-file", $"{root}/file", Officer);
            yield return new("objections", $"{root}/objections", trainer);
            yield return new("training-measures", $"{root}/measures?year=2026&quarter=2", Overseer);
            foreach (var place in DrillsStub.Places(Officer, trainer)) yield return place;
            yield return new("training-missing", $"{root}/exams/{Story.Id}", trainer);
        }
    }

    private static IEnumerable<Place> Supervision
    {
        get
        {
            const string root = "/desk/supervision", supervisor = "120104-xfb/Supervise", leader = "120104-xfb/Lead";
            foreach (var kind in new[] { "supervisions", "violations", "proposals", "meetings", "tasks", "measures", "packages", "reception-days" })
            {
                yield return new(kind, $"{root}/{kind}", supervisor);
                yield return new($"{kind}-one", $"{root}/{kind}/{SupervisionStub.FiledView}", kind is "packages" ? leader : supervisor);
            }
            yield return new("supervisions-empty", $"{root}/supervisions?status=Closed", Officer);
            yield return new("supervision-letter", $"{root}/supervisions/{SupervisionStub.FiledView}/letter", supervisor);
            yield return new("supervision-answer", $"{root}/supervisions/{SupervisionStub.FiledView}/answer", HeadOfOrgan);
            yield return new("supervision-new", $"{root}/supervisions/new?petition={Story.Id}", supervisor);
            yield return new("violation-new", $"{root}/violations/new?petition={Story.Id}", supervisor);
            yield return new("proposal-new", $"{root}/proposals/new?petition={Story.Id}", supervisor);
            yield return new("meeting-new", $"{root}/meetings/new", Overseer);
            yield return new("meeting-minutes", $"{root}/meetings/{SupervisionStub.FiledView}/minutes", Overseer);
            yield return new("reception-new", $"{root}/reception-days/new", Overseer);
            yield return new("reception-minutes", $"{root}/reception-days/{SupervisionStub.FiledView}/minutes", leader);
            yield return new("frequency", $"{root}/frequency", leader);
            yield return new("supervision-missing", $"{root}/nothing", supervisor);
            yield return new("reception", "/reception", "public");
            yield return new("book", "/progress/reception", "visit");
        }
    }

    private static IEnumerable<Place> JointWork
    {
        get
        {
            const string root = "/desk/outreach", outreach = "120104-xfb/Teach";
            var one = WorkStub.One;
            yield return new("outreach-year", $"{root}/year", outreach);
            yield return new("outreach-duties", $"{root}/duties", outreach);
            yield return new("outreach-duties-empty", $"{root}/duties?status=Dropped", outreach);
            yield return new("outreach-duties-organ", $"{root}/duties", Officer);
            yield return new("outreach-duty", $"{root}/duties/{one}?done=amendment", outreach);
            yield return new("outreach-duty-new", $"{root}/duties/new", outreach);
            yield return new("outreach-duty-amendment", $"{root}/duties/{one}/amendment", outreach);
            yield return new("outreach-duty-report", $"{root}/duties/{one}/report", HeadOfOrgan);
            yield return new("outreach-campaign", $"{root}/campaigns/{one}", outreach);
            yield return new("outreach-campaign-new", $"{root}/campaigns/new", outreach);
            yield return new("outreach-campaign-adoption", $"{root}/campaigns/{one}/adoption", outreach);
            yield return new("outreach-activity", $"{root}/activities/{one}", outreach);
            yield return new("outreach-activity-photo-refused", $"{root}/activities/{one}?photo=photo.type", outreach);
            yield return new("outreach-activity-new", $"{root}/activities/new?campaign={one}", outreach);
            yield return new("outreach-activity-amendment", $"{root}/activities/{one}/amendment", outreach);
            yield return new("outreach-activity-organisers", $"{root}/activities/{one}/organisers", outreach);
            yield return new("outreach-activity-release", $"{root}/activities/{one}/release", outreach);
            yield return new("outreach-activity-materials", $"{root}/activities/{one}/materials", outreach);
            yield return new("outreach-activity-holding", $"{root}/activities/{one}/holding", outreach);
            yield return new("outreach-activity-closing", $"{root}/activities/{one}/closing", outreach);
            yield return new("outreach-tasks", $"{root}/tasks", Officer);
            yield return new("outreach-task-confirmation", $"{root}/tasks/{one}/confirmation", Officer);
            yield return new("outreach-recommendations", $"{root}/recommendations", outreach);
            yield return new("outreach-recommendations-empty", $"{root}/recommendations?status=Dropped", outreach);
            yield return new("outreach-recommendation", $"{root}/recommendations/{one}", outreach);
            yield return new("outreach-recommendation-dropping", $"{root}/recommendations/{one}/dropping", outreach);
            yield return new("outreach-measures", $"{root}/measures?quarter=2026Q2", outreach);
            yield return new("outreach-guidance", $"{root}/guidance?done=new", outreach);
            yield return new("outreach-guidance-empty", $"{root}/guidance?status=Noted", outreach);
            yield return new("outreach-guidance-new", $"{root}/guidance/new", outreach);
            yield return new("outreach-guidance-rectification", $"{root}/guidance/{one}/rectification", outreach);
            yield return new("outreach-missing", $"{root}/nothing/new", outreach);
        }
    }

    public static async Task Go(Microsoft.Playwright.IPage page, Place place)
    {
        if (place.Who == "visit") await Visit(page);
        else if (place.Who == "draft") await Draft(page);
        if (place.Who.Split('/') is [var organ, var duty]) await PortalHost.SignIn(page, organ, duty, place.Path);
        else await page.GotoAsync(place.Path);
    }

    private static readonly Dictionary<string, (Microsoft.Playwright.IPage Page, List<string> Messages)> Known = [];

    /// <summary>The page in the one browser that whoever sees it has: signed in once, wide, with axe; what its console complains of since is told beside it.</summary>
    public static async Task<(Microsoft.Playwright.IPage Page, List<string> Messages)> GoAs(PortalHost host, Place place)
    {
        if (!Known.TryGetValue(place.Who, out var known))
        {
            known = Known[place.Who] = (await host.Browse(1280, script: true), []);
            known.Page.Console += (_, message) => { if (message.Type is "error" && !message.Text.Contains("status of", StringComparison.Ordinal)) known.Messages.Add(message.Text); };
            await Axe.Load(known.Page.Context);
            if (place.Who is "visit") await Visit(known.Page);
            else if (place.Who is "draft") await Draft(known.Page);
            else if (place.Who.Split('/') is [var organ, var duty]) await PortalHost.SignIn(known.Page, organ, duty, place.Path);
        }
        await known.Page.SetViewportSizeAsync(1280, 900);
        known.Messages.Clear();
        await known.Page.GotoAsync(place.Path);
        return known;
    }

    /// <summary>A draft with its first two steps, and a file.</summary>
    public static async Task Draft(Microsoft.Playwright.IPage page)
    {
        await page.GotoAsync("/submit/1");
        await page.FillAsync("#name", "张某某");
        await page.FillAsync("#phone", "13000000001");
        await page.FillAsync("#address", "长虹街道安和里（示例小区）3号楼");
        await page.ClickAsync("text=下一步：什么事");
        await page.CheckAsync("input[name=category][value=Redress]");
        await page.FillAsync("#subject", "一楼下水管返水，物业和产权单位互相推");
        await page.FillAsync("#facts", "2月28日晚一楼卫生间地漏冒污水，淹到客厅。");
        await page.FillAsync("#claim-1", "修好主管道，不再返水");
        await page.ClickAsync("text=下一步：材料");
        await page.WaitForLoadStateAsync();
        await page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload[] { new() { Name = "卫生间返水.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF] }, new() { Name = "不收的.exe", MimeType = "application/octet-stream", Buffer = [1] } });
        if (await page.IsVisibleAsync("button[value=upload]")) await page.ClickAsync("button[value=upload]");
        await page.WaitForSelectorAsync("#files .docs li");
    }

    public static async Task Visit(Microsoft.Playwright.IPage page)
    {
        await page.GotoAsync("/progress");
        await page.FillAsync("#number", Story.Number);
        await page.FillAsync("#code", "7k4m-29qx");
        await page.FillAsync("#last", Story.LastFour);
        await page.ClickAsync("main form .btn");
        await page.WaitForURLAsync("**/progress/view");
    }
}
