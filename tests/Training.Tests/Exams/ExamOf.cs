using System.Net.Http.Json;
using System.Text.Json;

namespace Xinfang.Training.Tests.Exams;

/// <summary>An exam with its own questions, set, reviewed and opened as the training staff do it.</summary>
internal static class ExamOf
{
    public static readonly DateTimeOffset Opens = Wire.On(2026, 5, 11, 9), Closes = Wire.On(2026, 5, 15, 18);

    /// <summary>Two single choices of Counsel, easy, among whatever the bank has; opened.</summary>
    public static async Task<Guid> OpenAsync(TrainingApp app, int questions = 6, int minutes = 60, int attempts = 2, int shorts = 0, string[]? organs = null, int pass = 60)
    {
        using var trainer = app.As("trainer", Opens.AddDays(-7));
        using var head = app.As("office-head", Opens.AddDays(-7));
        await (await trainer.Post("/questions/issue", new { })).Json();
        for (var n = 0; n < shorts; n++)
        {
            var id = Guid.CreateVersion7();
            await (await trainer.Put($"/questions/{id}", new { kind = "Short", difficulty = 2, competency = "Investigation", basis = "《信访工作条例》第二十七条", stem = $"信访人情绪激动，您怎么接待？{id:N}", explanation = "先听后讲。", model = "听完、复述、讲清程序，各1分" })).Json();
            await (await head.Post($"/questions/{id}/review", new { approved = true })).Json();
        }
        var exam = Guid.CreateVersion7();
        object[] blueprint = [new { competency = "Review", count = questions, points = 2, kind = "Single" }, .. shorts > 0 ? [new { competency = "Investigation", count = shorts, points = 3, kind = "Short" }] : Array.Empty<object>()];
        await (await trainer.Put($"/exams/{exam}", new { title = "受理办理专题考试", minutes, passPercent = pass, attempts, opensAt = Opens, closesAt = Closes, blueprint, organs = organs ?? [], seed = "一" })).Json();
        await (await trainer.Post($"/exams/{exam}/opening", new { })).Json();
        return exam;
    }

    public static async Task<Guid> BeginAsync(HttpClient examinee, Guid exam) => (await (await examinee.Post($"/exams/{exam}/sittings", new { })).Json()).Id();

    public static Task<HttpResponseMessage> AnswerAsync(this HttpClient examinee, Guid sitting, int number, string key, int revision = 0) =>
        examinee.Put($"/sittings/{sitting}/answers/{number}", new { keys = new[] { key }, revision });

    /// <summary>The key of the right option, from the bank.</summary>
    public static async Task<string> RightAsync(HttpClient trainer, JsonElement question)
    {
        for (var after = ""; ;)
        {
            var page = await trainer.GetFromJsonAsync<JsonElement>(new Uri($"/questions?kind=Single&competency=Review&limit=100{after}", UriKind.Relative));
            foreach (var row in page.GetProperty("items").EnumerateArray())
            {
                if (row.Text("stem") != question.Text("stem")) continue;
                var right = row.GetProperty("options")[row.GetProperty("right")[0].GetInt32()].GetString();
                if (question.GetProperty("options").EnumerateArray().FirstOrDefault(option => option.Text("text") == right) is { ValueKind: JsonValueKind.Object } found) return found.Text("key");
            }
            after = $"&after={page.GetProperty("next").GetString() ?? throw new InvalidOperationException("The question is not in the bank.")}";
        }
    }
}
