using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.HotTopics;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.HotTopics;

/// <summary>What several people tell of is told to whoever watches (art. 25), with words of several and ids, and never twice for the same heat.</summary>
public class ListeningForTopics(IntakeApp app)
{
    private static readonly string[] Subjects =
        ["白露虚构湾小区夜间施工扰民", "白露虚构湾小区旁边工地半夜施工", "反映白露虚构湾小区外工地夜间施工噪声", "白露虚构湾小区隔壁工地通宵打桩", "白露虚构湾小区居民被夜间施工吵得睡不着", "白露虚构湾小区工地夜里还在施工", "白露虚构湾小区门口工地夜间施工没有人管", "白露虚构湾小区夜间施工什么时候停"];

    [Fact, Rule("S-24")]
    public async Task A_matter_of_five_people_is_told_of_once_and_again_when_it_has_grown_by_half()
    {
        var (ct, watching) = (TestContext.Current.CancellationToken, app.Services.GetRequiredService<TopicWatching>());
        // How rare a word is shows only among other texts; one person makes nothing hot.
        for (var n = 0; n < 60; n++) await app.Submitted(form: Of(99, $"咨询第{n}号政策怎么办理", $"尊敬的领导您好，我想咨询第{n}号政策，请有关部门解决，希望给一个答复，谢谢。影响居民正常生活的问题一直没有人管。"));
        var topic = (await File(0)).Id;
        for (var n = 1; n < 4; n++) await File(n);
        await watching.RunAsync(ct);
        Assert.Equal(0, await Told(topic));

        var told = await Watch.First(typeof(HotTopicFound), each => each.GetProperty("topicId").GetGuid() == topic, async () =>
        {
            await File(4);
            await Hears(5);
        });
        Assert.True(told.GetProperty("people").GetInt32() >= 5 && told.GetProperty("petitions").GetInt32() >= 5);
        Assert.Contains("白露虚构湾小区", told.Text("topic"), StringComparison.Ordinal);
        Assert.DoesNotContain("130000000", told.ToString(), StringComparison.Ordinal);

        var before = await Told(topic);
        for (var n = 5; n < Subjects.Length; n++) await File(n);
        await Hears(Subjects.Length >= before * 1.5 ? Subjects.Length : before);

        // The service listens by itself, in other processes, too, and one listens at a time: whichever it is, it is told of.
        Task Hears(int people) => Eventually.Holds(async () =>
        {
            await watching.RunAsync(ct);
            return await Told(topic) >= people;
        }, ct: ct);
    }

    private Task<int> Told(Guid topic) => app.Sql<int>("select coalesce(max(people), 0) from told_topic where topic_id = $1", topic);

    private Task<Journey.Filed> File(int n) => app.Submitted(form: Of(70 + n, Subjects[n], $"{Subjects[n]}，从晚上十点到凌晨三点打桩，白露虚构湾小区的人都睡不着，请管一管夜间施工。"));

    private static Dictionary<string, object?> Of(int person, string subject, string facts)
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = "热点试验", phone = string.Create(CultureInfo.InvariantCulture, $"130000000{person}"), address = $"虚构里{person}号", anonymous = false };
        (form["subject"], form["facts"], form["claims"]) = (subject, facts, new[] { "请依法处理" });
        return form;
    }
}
