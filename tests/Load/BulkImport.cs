using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>
/// 批量导入 of many rows through the gateway: upload in parts, dry run, run with the Intake process killed in the middle, and the same file once more.
/// Tells rows per second and the memory of Intake over time; exits 1 if a row is lost, doubled, or registered by the second import.
/// </summary>
internal static class BulkImport
{
    private const int PartSize = 512 * 1024;

    /// <summary>Resident memory of Intake, in megabytes, every two seconds of a step.</summary>
    private sealed class Memory
    {
        private readonly Dictionary<string, List<double>> _steps = [];

        public void Note(string step, SystemUnderTest system)
        {
            if (!system.Processes().TryGetValue("intake", out var process) || !File.Exists($"/proc/{process}/statm")) return;
            var pages = long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1], CultureInfo.InvariantCulture);
            if (!_steps.TryGetValue(step, out var noted)) _steps[step] = noted = [];
            noted.Add(Math.Round(pages * Environment.SystemPageSize / 1048576.0));
        }

        public object Of(string step) => _steps.TryGetValue(step, out var noted)
            ? new { start = noted[0], quarter = noted[noted.Count / 4], half = noted[noted.Count / 2], end = noted[^1], peak = noted.Max() }
            : new { };
    }

    public static async Task<int> RunAsync(Options options)
    {
        var rows = options.Number("--rows", 100_000);
        await using var system = await SystemUnderTest.StartAsync(options, CancellationToken.None);
        using var http = SignIn.ClientOf(system.Gateway);
        http.Timeout = TimeSpan.FromMinutes(2);
        var signIn = new SignIn(http, SystemUnderTest.DemoPassword);
        await using var database = NpgsqlDataSource.Create(system.Postgres!);
        var memory = new Memory();
        var file = Csv(rows);
        Progress.Say($"{rows} rows, {file.Length / 1048576.0:0.0} MB");

        memory.Note("rest", system);
        var upload = Stopwatch.StartNew();
        var first = await UploadAsync(http, signIn, file, () => memory.Note("upload", system));
        upload.Stop();
        var check = Stopwatch.StartNew();
        await ReachAsync(http, signIn, first, "Checked", "check", memory, system, null);
        check.Stop();
        Progress.Say($"looked through in {check.Elapsed.TotalSeconds:0.0} s");

        var killed = 0;
        await PostAsync(http, signIn, $"/api/intake/imports/{first}/start");
        var run = Stopwatch.StartNew();
        var done = await ReachAsync(http, signIn, first, "Done", "run", memory, system, async view =>
        {
            if (killed > 0 || view.GetProperty("registered").GetInt32() < rows / 2) return;
            killed = view.GetProperty("registered").GetInt32();
            Progress.Say($"killing intake at {killed}");
            await system.KillAsync("intake", CancellationToken.None);
        });
        run.Stop();
        Progress.Say($"registered in {run.Elapsed.TotalSeconds:0.0} s");
        var registered = await CountAsync(database, "select count(*) from petition p join import_key k on k.petition_id = p.id where k.import_id = $1", first);
        var petitions = await CountAsync(database, "select count(*) from petition p where p.first_receiver = 'clerk' and $1::uuid is not null", first);

        var second = await UploadAsync(http, signIn, file, () => memory.Note("second", system));
        var again = await ReachAsync(http, signIn, second, "Checked", "second", memory, system, null);
        var known = again.GetProperty("known").GetInt32();
        var whole = registered == rows && petitions == rows && done.GetProperty("registered").GetInt32() == rows && known == rows && again.GetProperty("ready").GetInt32() == 0;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "import",
            rows,
            megabytes = Math.Round(file.Length / 1048576.0, 1),
            uploadSeconds = Math.Round(upload.Elapsed.TotalSeconds, 1),
            checkedPerSecond = Math.Round(rows / check.Elapsed.TotalSeconds),
            registeredPerSecond = Math.Round(rows / run.Elapsed.TotalSeconds),
            killedAt = killed,
            registered,
            petitions,
            secondImport = new { registered = again.GetProperty("registered").GetInt32(), ready = again.GetProperty("ready").GetInt32(), known },
            memoryMb = new { rest = memory.Of("rest"), upload = memory.Of("upload"), check = memory.Of("check"), run = memory.Of("run"), second = memory.Of("second") },
            load = File.ReadAllText("/proc/loadavg").Split(' ')[1],
        }));
        return whole ? 0 : 1;
    }

    private static async Task<Guid> UploadAsync(HttpClient http, SignIn signIn, byte[] file, Action note)
    {
        var id = Guid.CreateVersion7();
        using (var begin = await RequestAsync(signIn, HttpMethod.Put, $"/api/intake/imports/{id}", JsonContent.Create(new { fileName = "load.csv" })))
            (await http.SendAsync(begin)).EnsureSuccessStatusCode();
        foreach (var (index, part) in file.Chunk(PartSize).Index())
        {
            using var body = new ByteArrayContent(part) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
            using var request = await RequestAsync(signIn, HttpMethod.Put, $"/api/intake/imports/{id}/parts/{index + 1}", body);
            (await http.SendAsync(request)).EnsureSuccessStatusCode();
            if (index % 20 == 0) note();
        }
        using var check = await RequestAsync(signIn, HttpMethod.Post, $"/api/intake/imports/{id}/check", JsonContent.Create(new { size = (long)file.Length }));
        (await http.SendAsync(check)).EnsureSuccessStatusCode();
        return id;
    }

    private static async Task<JsonElement> ReachAsync(
        HttpClient http, SignIn signIn, Guid import, string state, string step, Memory memory, SystemUnderTest system, Func<JsonElement, Task>? look)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await timer.WaitForNextTickAsync())
        {
            memory.Note(step, system);
            using var request = await RequestAsync(signIn, HttpMethod.Get, $"/api/intake/imports/{import}", null);
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode is not HttpStatusCode.OK) continue; // Intake is being started again
            var view = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (view.GetProperty("state").GetString() == state) return view;
            if (look is not null) await look(view);
        }
        throw new InvalidOperationException("The timer ended.");
    }

    private static async Task PostAsync(HttpClient http, SignIn signIn, string path)
    {
        using var request = await RequestAsync(signIn, HttpMethod.Post, path, JsonContent.Create(new { }));
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static async Task<HttpRequestMessage> RequestAsync(SignIn signIn, HttpMethod method, string path, HttpContent? content) =>
        new(method, path) { Content = content, Headers = { Authorization = await signIn.HeaderOf("clerk") } };

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql, Guid import)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = import });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Made-up letters of ordinary length, each about a place of its own.</summary>
    private static byte[] Csv(int rows)
    {
        var text = new StringBuilder("外部编号,信访形式,收到日期,姓名,电话,住址,一句话,经过,请求,信访目的,街道\r\n", rows * 260);
        for (var n = 0; n < rows; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"LOAD-{n:000000},来信,2026-{n % 10 + 1:00}-{n % 28 + 1:00},试测{n},1300{n % 10_000_000:0000000},示例路{n}号,示例小区{n}号楼下水管道返水,");
            for (var i = 0; i < 4; i++) text.Append(CultureInfo.InvariantCulture, $"第{i + 1}次反映是在上月{(n + i) % 28 + 1}日，物业和产权单位都说不归自己管，水已经漫到一楼走廊第{(n * 7 + i) % 90}号门口。");
            text.Append(CultureInfo.InvariantCulture, $",修好返水的下水管道|赔偿被水泡坏的地板,求决,{1201040:0000000}{n % 12 + 1:00}\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
