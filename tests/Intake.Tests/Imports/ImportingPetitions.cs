using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Imports;

namespace Xinfang.Intake.Tests.Imports;

public class ImportingPetitions(IntakeApp app)
{
    private HttpClient Clerk => app.As("clerk");

    [Theory, InlineData("utf-8"), InlineData("utf-8 without mark"), InlineData("gb18030"), InlineData("xlsx")]
    public async Task Every_file_an_office_has_is_read(string kind)
    {
        var rows = new[] { Files.Row(), Files.Row(channel: "传真"), Files.Row(facts: "一行写\n不下，还有“引号”和\"双引号\"，以及,逗号。") };
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = kind switch
        {
            "xlsx" => Files.Xlsx(rows),
            "gb18030" => Files.Csv(rows, Encoding.GetEncoding("GB18030")),
            "utf-8" => Files.Csv(rows),
            _ => Files.Csv(rows, new UTF8Encoding(false)),
        };
        var done = await Clerk.Imported(file, kind == "xlsx" ? "旧台账.xlsx" : "旧台账.CSV");
        Assert.Equal((3, 3, 0, 0), (Count(done, "rows"), Count(done, "registered"), Count(done, "refused"), Count(done, "known")));
        var third = (await Clerk.Rows(done.Id()))[2];
        var petition = await (await Clerk.Get($"/petitions/{third.Text("petitionId")}")).Json();
        Assert.Equal(("一行写\n不下，还有“引号”和\"双引号\"，以及,逗号。", "2026-03-02", "Letter", "长虹街道"), (petition.Text("facts"), petition.Text("receivedOn"), petition.Text("channel"), petition.Text("streetName")));
        Assert.Equal(["修好主管道", "讲清归谁管"], petition.GetProperty("claims").EnumerateArray().Select(claim => claim.GetString()));
        Assert.Contains("批量导入", petition.GetProperty("record")[0].Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dry_run_speaks_of_every_row_and_registers_nothing()
    {
        var before = await app.Sql<long>("select count(*) from petition where first_receiver = 'dry-run'");
        var same = Files.Row();
        var rows = new[] { same, Files.Row(channel: "电报"), Files.Row(receivedOn: "2021-03-02"), Files.Row(phone: "1300"), same, Files.Row(channel: "来电"), Files.Row(channel: "网上"), ["", "", "", "", "", "", "", "", "", "", ""], Files.Row() };
        var id = await Clerk.Checked(Files.Csv(rows));
        var view = await Clerk.View(id);
        Assert.Equal((8, 2, 5, 1, 0), (Count(view, "rows"), Count(view, "ready"), Count(view, "refused"), Count(view, "known"), Count(view, "registered")));
        var report = (await Clerk.Rows(id)).ToDictionary(row => row.GetProperty("row").GetInt32());
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 10], report.Keys.Order());
        Assert.Equal("可以登记", report[2].Text("text"));
        Assert.Equal("和第2行是同一件，没有重复登记", report[6].Text("text"));
        Reads(report[3], "信访形式", "信访形式写来信、来访、来电或者传真。", "《信访工作条例》第十七条");
        Reads(report[4], "收到日期", "收到日期不能早于2022年5月1日，《信访工作条例》从那天起施行。", "《信访工作条例》第五十条");
        Reads(report[5], "电话", "电话号码不对。手机号是11位；固定电话要带区号。", "《信访工作条例》第十九条第一款");
        Reads(report[7], "已念给本人听", "口头提出的，写好以后要念给对方听，对方确认无误再登记。", "《信访工作条例》第十九条第一款");
        Reads(report[8], "信访形式", "网上提交由信访人自己办理。登记来信、来电、传真、来访，请选对应的形式。", "《信访工作条例》第十七条");
        Assert.Equal(before, await app.Sql<long>("select count(*) from petition where first_receiver = 'dry-run'"));
        Assert.Equal(0L, await app.Sql<long>("select count(*) from import_key where import_id = $1", id));
        Assert.Equal(0L, await app.Sql<long>("select count(*) from import_block where import_id = $1", id));
    }

    [Fact]
    public async Task The_same_file_again_registers_nothing_twice()
    {
        var number = $"旧-{Guid.CreateVersion7():N}";
        var file = Files.Csv([Files.Row(number), Files.Row()]);
        var first = await Clerk.Imported(file);
        var again = await Clerk.Checked(file);
        var view = await Clerk.View(again);
        Assert.Equal((0, 2), (Count(view, "ready"), Count(view, "known")));
        await (await Clerk.Post($"/imports/{again}/start", new { })).Problem(409, "import.nothing", "《信访工作条例》第二十一条");
        Assert.Equal((await Clerk.Rows(first.Id())).Select(row => row.Text("petitionNumber")), (await Clerk.Rows(again)).Select(row => row.Text("petitionNumber")));

        var changed = await Clerk.Checked(Files.Csv([Files.Row(number)]));
        Assert.Equal("以前登记过，没有重复登记", (await Clerk.Rows(changed))[0].Text("text"));
        Assert.Equal(2L, await app.Sql<long>("select count(*) from import_key where import_id = $1", first.Id()));
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_register_each_row_once()
    {
        var file = Files.Csv(Enumerable.Range(0, 300).Select(_ => Files.Row()));
        var (one, other) = (await Clerk.Checked(file), await Clerk.Checked(file));
        await Task.WhenAll(Clerk.Post($"/imports/{one}/start", new { }), Clerk.Post($"/imports/{other}/start", new { }));
        var (a, b) = (await Clerk.Reaches(one, "Done"), await Clerk.Reaches(other, "Done"));
        Assert.Equal((300, 300), (Count(a, "registered") + Count(b, "registered"), Count(a, "known") + Count(b, "known")));
        Assert.Equal(300L, await app.Sql<long>("select count(*) from import_key where import_id in ($1, $2)", one, other));
    }

    [Fact]
    public async Task A_run_whose_connections_are_torn_away_goes_on_and_registers_each_row_once()
    {
        var id = await Clerk.Checked(Files.Csv(Enumerable.Range(0, 1500).Select(_ => Files.Row())));
        await using var replica = app.Replica();
        using var other = replica.CreateClient(); // a second process of the service works on the same imports
        await Clerk.Post($"/imports/{id}/start", new { });
        var torn = 0L;
        await IntakeApp.Soon(async () =>
        {
            if (torn < 5) torn += await app.Sql<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like 'with key as%import_key%'");
            return (await Clerk.View(id)).Text("state") == "Done";
        });
        Assert.Equal(1500, Count(await Clerk.View(id), "registered"));
        Assert.Equal(1500L, await app.Sql<long>("select count(*) from petition p join import_key k on k.petition_id = p.id where k.import_id = $1", id));
        Assert.Equal(1500L, await app.Sql<long>("select count(*) from record r join import_key k on k.petition_id = r.petition_id where k.import_id = $1", id));
    }

    [Fact]
    public async Task The_report_file_has_number_and_query_code_and_the_code_opens_the_progress()
    {
        var done = await Clerk.Imported(Files.Csv([Files.Row("=1+1" + Guid.CreateVersion7().ToString("N")), Files.Row(phone: "1")]));
        var answer = await Clerk.Get($"/imports/{done.Id()}/report.csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Body()).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("行号,外部编号,结果,信访编号,查询码,原因", lines[0]);
        var cells = lines[1].Split(',');
        Assert.StartsWith("\"'=1+1", cells[1], StringComparison.Ordinal); // no formula
        Assert.Contains("不能登记", lines[2], StringComparison.Ordinal);
        Assert.Contains("电话：", lines[2], StringComparison.Ordinal);
        await (await app.Public().Post("/progress/tickets", new { number = cells[3], queryCode = cells[4], lastFour = "0017" })).Json();
    }

    [Fact]
    public async Task What_a_file_says_lies_nowhere_in_the_clear()
    {
        const string secret = "只有这一行才写的秘密经过乙丙丁";
        var id = await Clerk.Checked(Files.Csv([Files.Row(facts: secret)]), "张秘密.csv");
        var begun = await Clerk.Begin("没传完.csv");
        await Clerk.Part(begun, 1, Encoding.UTF8.GetBytes("秘密乙丙丁，还没有传完"));
        foreach (var (table, column, value) in await app.EveryValue())
            Assert.False(Encoding.UTF8.GetString(value).Contains("乙丙丁", StringComparison.Ordinal) || Encoding.UTF8.GetString(value).Contains("张秘密", StringComparison.Ordinal), $"{table}.{column}");
        await Clerk.Post($"/imports/{id}/cancellation", new { });
        Assert.Equal(0L, await app.Sql<long>("select count(*) from import_row where import_id = $1 and content is not null", id));
        Assert.Equal("没有登记，这一批停止了", (await Clerk.Rows(id))[0].Text("text"));
        await (await Clerk.Post($"/imports/{id}/start", new { })).Problem(409, "import.state", "《信访工作条例》第二十一条");
    }

    [Fact]
    public async Task A_broken_off_upload_goes_on_with_what_is_missing()
    {
        var file = Files.Csv(Enumerable.Range(0, 3000).Select(_ => Files.Row()));
        var parts = file.Chunk(512 * 1024).ToList();
        Assert.True(parts.Count > 1);
        var id = await Clerk.Begin("旧台账.csv");
        await Clerk.Part(id, 1, parts[0]);
        await (await Clerk.Post($"/imports/{id}/check", new { size = file.Length })).Problem(409, "import.incomplete");
        Assert.Equal([1], (await Clerk.View(id)).GetProperty("parts").EnumerateArray().Select(part => part.GetInt32()));
        await (await Clerk.Part(id, 2, [])).Problem(422, "import.part");
        await (await Clerk.Part(id, 2, new byte[512 * 1024 + 1])).Problem(422, "import.part");
        await (await Clerk.Part(id, 257, [1])).Problem(422, "import.too-large");
        foreach (var part in Enumerable.Range(2, parts.Count - 1)) await Clerk.Part(id, part, parts[part - 1]);
        Assert.Equal(HttpStatusCode.Accepted, (await Clerk.Post($"/imports/{id}/check", new { size = file.Length })).StatusCode);
        Assert.Equal(3000, Count(await Clerk.Reaches(id, "Checked"), "ready"));
        await (await Clerk.Part(id, 1, parts[0])).Problem(409, "import.state");
    }

    [Theory]
    [InlineData("甲.csv", "姓名,电话\r\n张三,1\r\n", "第一行是标题，缺这些列：信访形式、收到日期、住址、一句话、经过、请求。请用模板填写。")]
    [InlineData("甲.xlsx", "这不是Excel", "这个文件打不开，不是Excel的.xlsx文件，或者有密码。请另存为.xlsx再传。")]
    [InlineData("甲.csv", "信访形式,收到日期,姓名,住址,一句话,经过,请求\r\n来信,\"2026-03-02,没有合上\r\n", "第2行有一个引号没有合上，后面的都读不出来。请改好再传。")]
    public async Task A_file_that_cannot_be_read_says_why(string name, string text, string why)
    {
        var id = await Clerk.Checked(Encoding.UTF8.GetBytes(text), name, "Failed");
        Assert.Equal(why, (await Clerk.View(id)).Text("failure"));
    }

    [Fact]
    public async Task The_template_is_a_file_that_can_be_imported()
    {
        foreach (var kind in (string[])["csv", "xlsx"])
        {
            var template = await (await Clerk.Get($"/imports/template.{kind}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var view = await Clerk.View(await Clerk.Checked(template, $"模板.{kind}"));
            Assert.Equal((1, 0, 0), (Count(view, "rows"), Count(view, "refused"), view.GetProperty("ignored").GetArrayLength()));
        }
        var columns = await (await Clerk.Get("/imports/columns")).Json();
        Assert.All(columns.GetProperty("items").EnumerateArray(), column => Assert.NotEmpty(column.Text("explanation")));
    }

    [Fact]
    public async Task What_nobody_went_on_with_is_dropped()
    {
        var begun = await Clerk.Begin("旧台账.csv");
        var kept = await Clerk.Begin("旧台账.csv");
        await app.Sql<object>("update import set changed_at = now() - interval '25 hours' where id = $1", begun);
        await app.Services.GetRequiredService<Importing>().SweepAsync(TestContext.Current.CancellationToken);
        await (await Clerk.Get($"/imports/{begun}")).Problem(404, "import.not-found");
        await Clerk.View(kept);
    }

    [Theory, InlineData("office-head"), InlineData("120104-zjw.officer")]
    public async Task Is_the_clerks_duty(string account) =>
        await (await app.As(account).Put($"/imports/{Guid.CreateVersion7()}", new { fileName = "甲.csv" })).Problem(403, "duty.missing", "《信访工作条例》第二十一条");

    private static int Count(JsonElement view, string name) => view.GetProperty(name).GetInt32();

    private static void Reads(JsonElement row, string column, string message, string basis) =>
        Assert.Contains(row.GetProperty("faults").EnumerateArray(), fault => (fault.Text("column"), fault.Text("message"), fault.Text("basis")) == (column, message, basis));
}
