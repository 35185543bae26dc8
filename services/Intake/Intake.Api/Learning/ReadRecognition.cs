using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Recognition.Categories;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Intake.Api.Learning;

/// <summary>提示的依据和把握: GET /recognition. By question: the versions, what each learnt from, how well each judges, which is in use and how clerks decided on what it showed.</summary>
internal static class ReadRecognition
{
    private const int Most = 12;

    public sealed record LabelView(string Label, string Name, int Examples, double Precision, double Recall, double F1);

    /// <param name="Shown">Of petitions decided since, how many a clerk was shown a proposal of this version for.</param>
    /// <param name="Followed">And decided as it proposed first.</param>
    public sealed record VersionView(
        int Version, bool InUse, DateTimeOffset? LearnedAt, int Examples, double? MacroF1, double? Accuracy, double? Top2, double? CalibrationError,
        int NewDecisions, double? RightOnNew, double? FormerRightOnNew, int Shown, int Followed, IReadOnlyList<LabelView> Labels);

    public sealed record UseView(int Version, string By, DateTimeOffset At);

    /// <param name="NewSince">Decisions since the last version was learnt.</param>
    public sealed record QuestionView(Question Question, int InUse, int NewSince, IReadOnlyList<VersionView> Versions, IReadOnlyList<UseView> Uses);

    public sealed record Response(IReadOnlyList<QuestionView> Items);

    public static async Task<IResult> Handle(IntakeDb db, Decisions decisions, CancellationToken ct)
    {
        var inUse = await Models.VersionsAsync(db, ct);
        var contents = await db.ContentTreeAsync(ct);
        var practice = await PracticeAsync(db, ct);
        List<QuestionView> items = [];
        foreach (var question in Enum.GetValues<Question>())
        {
            var used = inUse.GetValueOrDefault(question, Models.Lexicon);
            var rows = await db.RecognitionModels.AsNoTracking().Where(m => m.Question == question).OrderByDescending(m => m.Version).Take(Most)
                .Select(m => new { m.Version, m.LearnedAt, m.Examples, m.MacroF1, m.Accuracy, m.Top2, m.CalibrationError, m.NewDecisions, m.RightOnNew, m.FormerRightOnNew, m.Labels }).ToListAsync(ct);
            List<VersionView> versions =
            [
                .. rows.Select(m => new VersionView(m.Version, m.Version == used, m.LearnedAt, m.Examples, m.MacroF1, m.Accuracy, m.Top2, m.CalibrationError, m.NewDecisions, m.RightOnNew, m.FormerRightOnNew,
                    Of(question, m.Version).Shown, Of(question, m.Version).Followed, LabelsOf(question, m.Labels, contents))),
                new(Models.Lexicon, used is Models.Lexicon, null, 0, null, null, null, null, 0, null, null, Of(question, Models.Lexicon).Shown, Of(question, Models.Lexicon).Followed, []),
            ];
            var uses = await db.ModelUses.AsNoTracking().Where(u => u.Question == question).OrderByDescending(u => u.Position).Take(Most).Select(u => new UseView(u.Version, u.By, u.At)).ToListAsync(ct);
            items.Add(new(question, used, await decisions.CountAsync(question, rows.FirstOrDefault()?.LearnedAt ?? DateTimeOffset.MinValue, ct), versions, uses));
        }
        return TypedResults.Ok(new Response(items));

        (int Shown, int Followed) Of(Question question, int version) => practice.GetValueOrDefault((question, version));
    }

    private static IReadOnlyList<LabelView> LabelsOf(Question question, string json, Domain.ContentTree contents) =>
    [
        .. JsonSerializer.Deserialize<List<LabelQuality>>(json, MessageTypes.Json)!
            .Select(label => new LabelView(label.Label, Proposing.NameOf(question, label.Label, contents) ?? label.Label, label.Examples, label.Precision, label.Recall, label.F1)).OrderByDescending(label => label.Examples),
    ];

    private sealed record Practice(string Question, int Version, int Shown, int Followed);

    // Roads are decided by the organ, long after; only what the clerk decides is compared.
    private static async Task<Dictionary<(Question, int), (int Shown, int Followed)>> PracticeAsync(IntakeDb db, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Practice>($"""
            select s.question, s.version, count(*)::int as shown, count(*) filter (where s.value = case s.question when 'Category' then p.category when 'Content' then p.content_code else p.organ end)::int as followed
            from shown_proposal s join petition p on p.id = s.petition_id
            where case s.question when 'Category' then p.category when 'Content' then p.content_code when 'Organ' then p.organ end is not null
            group by s.question, s.version
            """).ToListAsync(ct);
        return rows.ToDictionary(row => (Enum.Parse<Question>(row.Question), row.Version), row => (row.Shown, row.Followed));
    }
}
