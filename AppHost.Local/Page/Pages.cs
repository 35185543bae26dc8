using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Page;

/// <summary>What the operations page shows.</summary>
internal sealed class Pages(Orchestrator system, string token)
{
    private const int LinesShown = 500;
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly Masking _masking = new(system.Model);

    public Html Overview(bool live)
    {
        var processes = Shown().Where(now => now.Resource is not (ParameterResource or ConnectionStringResource)).ToList();
        var bad = processes.Where(now => Look.Of(now, system).Kind is "bad" or "warn").ToList();
        var memory = Memory();
        var parameters = Shown().Where(now => now.Resource is ParameterResource).ToList();
        return Frame("资源", "/", live ? 5 : null, Html.Of($"""
            <div class="row sp"><h1>运行</h1><p class="m">{Time(Now)} 读取　{LiveLink("/", live, 5)}</p></div>
            {Html.Each(bad.Take(5), now => Html.Of($"""
                <div class="note {Look.Of(now, system).Kind}"><div><p><b>{now.ResourceId}：{Look.Of(now, system).Word}。</b>{Cause(now)} <a href="/logs?resource={now.ResourceId}">看日志<span class="vh">（{now.ResourceId}）</span></a></p></div></div>
                """))}
            {Html.Each(processes.SelectMany(now => now.Snapshot.HealthReports).Where(report => report.Status is HealthStatus.Healthy && report.Description is { Length: > 0 }).Select(report => report.Description!).Distinct(),
                notice => Html.Of($"<div class=\"note warn\"><div><p>{_masking.Text(notice)}</p></div></div>"))}
            <div class="box num3"><div><b>{processes.Count}</b>资源</div><div><b class="{(bad.Count > 0 ? "red" : "grn")}">{processes.Count - bad.Count}</b>正常</div><div><b class="{(bad.Count > 0 ? "red" : "")}">{bad.Count}</b>要看</div><div><b>{processes.Sum(now => Number(now.Property("resource.restarts")))}</b>重启次数</div><div><b>{memory.Values.Sum() >> 20}<small> MB</small></b>内存</div><div><b>{processes.Count(now => now.Snapshot.State?.Text == KnownResourceStates.Finished)}</b>已完成</div></div>
            {Group("服务", processes.Where(now => now.Resource is ProjectResource or ExecutableResource && !system.Completes(now.Resource)), memory)}
            {Group("服务器", processes.Where(now => now.Resource is ContainerResource or IResourceWithParent).OrderBy(now => now.Resource is IResourceWithParent inside ? inside.Parent.Name + "/" + now.ResourceId : now.ResourceId, StringComparer.Ordinal), memory)}
            {Group("一次性任务", processes.Where(now => now.Resource is ProjectResource or ExecutableResource && system.Completes(now.Resource)), memory)}
            {Html.If(parameters.Count > 0, () => Html.Of($"""
                <section class="box flush" aria-labelledby="ps"><div class="hd"><h2 id="ps">参数</h2><span class="s m">密码和密钥不显示</span></div><table class="cards"><thead><tr><th>名称</th><th>值</th><th>说明</th></tr></thead><tbody>
                {Html.Each(parameters, now => Html.Of($"<tr><td class=\"mono\">{now.ResourceId}</td><td data-l=\"值\" class=\"mono\">{Value((ParameterResource)now.Resource)}</td><td data-l=\"说明\">{((ParameterResource)now.Resource).Description}</td></tr>"))}
                </tbody></table></section>
                """))}
            """));
    }

    public Html Detail(ResourceEvent now)
    {
        var look = Look.Of(now, system);
        var commands = Commands(now);
        var snapshot = now.Snapshot;
        var lines = system.Logs.Of(now.ResourceId).Kept;
        return Frame(now.ResourceId, "", null, Html.Of($"""
            <p><a class="back" href="/">‹ 资源</a></p>
            <div class="row sp"><h1 class="mono">{now.ResourceId}</h1><p><span class="tag {look.Tag}">{look.Word}</span>　<a href="/resources/{now.ResourceId}">刷新</a></p></div>
            <div class="work"><div>
            <section class="box" aria-labelledby="st"><h2 id="st">状态</h2><dl class="kv lined">
            <dt>类型</dt><dd>{Kind(now.Resource)}</dd>
            <dt>程序</dt><dd class="mono">{now.Property("resource.source")}</dd>
            {Html.If(snapshot.StartTimeStamp is not null, () => Html.Of($"<dt>启动于</dt><dd>{Date(snapshot.StartTimeStamp!.Value)}，已运行{Uptime(now)}</dd>"))}
            {Html.If(snapshot.StopTimeStamp is not null, () => Html.Of($"<dt>结束于</dt><dd>{Date(snapshot.StopTimeStamp!.Value)}{(snapshot.ExitCode is { } code ? $"，退出码 {code}" : "")}</dd>"))}
            <dt>重启次数</dt><dd>{Number(now.Property("resource.restarts"))}</dd>
            {Html.If(now.Property("resource.pid") is not null, () => Html.Of($"<dt>进程号</dt><dd>{now.Property("resource.pid")}</dd><dt>内存</dt><dd>{MemoryOf(now)}</dd>"))}
            {Html.If(now.Property("resource.failure") is not null && look.Kind == "bad", () => Html.Of($"<dt>原因</dt><dd class=\"red\">{_masking.Text((string)now.Property("resource.failure")!)}</dd>"))}
            {Html.If(snapshot.Urls.Length > 0, () => Html.Of($"<dt>地址</dt><dd>{Links(now)}</dd>"))}
            </dl></section>
            {Html.If(snapshot.HealthReports.Length > 0, () => Html.Of($"""
                <section class="box flush" aria-labelledby="he"><div class="hd"><h2 id="he">健康检查</h2><span class="s m">{(snapshot.HealthReports[0].LastRunAt is { } at ? Time(at) : "还没有回答")}</span></div><table class="cards"><thead><tr><th>检查</th><th>结果</th><th>原因</th></tr></thead><tbody>
                {Html.Each(snapshot.HealthReports, report => Html.Of($"<tr class=\"{Look.Row(report.Status)}\"><td class=\"mono\">{report.Name}</td><td data-l=\"结果\"><span class=\"tag {Look.Row(report.Status)}\">{Look.Health(report.Status)}</span></td><td data-l=\"原因\">{_masking.Text(report.Description ?? "")}</td></tr>"))}
                </tbody></table></section>
                """))}
            {Html.If(snapshot.EnvironmentVariables.Length > 0, () => Html.Of($"""
                <section class="box flush" aria-labelledby="en"><div class="hd"><h2 id="en">环境变量</h2><span class="s m">{snapshot.EnvironmentVariables.Length}个，密码和密钥不显示</span></div><table class="cards env"><thead><tr><th>名称</th><th>值</th></tr></thead><tbody>
                {Html.Each(snapshot.EnvironmentVariables, variable => Html.Of($"<tr><td class=\"mono\">{variable.Name}</td><td class=\"mono\" data-l=\"值\">{_masking.Variable(now.Resource, variable.Name, variable.Value)}</td></tr>"))}
                </tbody></table></section>
                """))}
            {Html.If(lines.Count > 0, () => Html.Of($"""
                <section class="box flush" aria-labelledby="lo"><div class="hd"><h2 id="lo">最近的日志</h2><a href="/logs?resource={now.ResourceId}">全部日志</a></div>{Console(lines.TakeLast(20).Select(line => (now.ResourceId, line.Line, line.At)), single: true, null)}</section>
                """))}
            </div>
            <aside class="rail">
            {Html.If(commands.Count > 0, () => Html.Of($"""<section class="box" aria-labelledby="do"><h2 id="do">可以做</h2><ul class="acts">{Html.Each(commands, command => Command(now, command))}</ul></section>"""))}
            {Relations(now)}
            </aside></div>
            """));
    }

    public Html Confirm(ResourceEvent now, string name)
    {
        if (Commands(now).FirstOrDefault(command => command.Annotation.Name == name && command.State == ResourceCommandState.Enabled) is not { Annotation: { } command })
            return Refused(now, "这个操作现在不能做。");
        return Frame(command.DisplayName, "", null, Html.Of($"""
            <p><a class="back" href="/resources/{now.ResourceId}">‹ {now.ResourceId}</a></p>
            <h1>{command.ConfirmationMessage ?? command.DisplayName + "？"}</h1>
            <form method="post" action="/resources/{now.ResourceId}/commands/{name}"><input type="hidden" name="token" value="{token}">
            <p class="row"><button class="btn stop">{command.DisplayName}</button><a class="btn two" href="/resources/{now.ResourceId}">不{command.DisplayName}</a></p></form>
            """));
    }

    public Html Refused(ResourceEvent now, string? why) => Frame("没有做成", "", null, Html.Of($"""
        <p><a class="back" href="/resources/{now.ResourceId}">‹ {now.ResourceId}</a></p>
        <h1>没有做成</h1><div class="note bad"><div><p>{_masking.Text(why ?? "没有说明原因。")}</p></div></div>
        """));

    public Html Logs(string? resource, string? query, bool live)
    {
        var found = Find(resource, query);
        var link = $"resource={Uri.EscapeDataString(resource ?? "")}&q={Uri.EscapeDataString(query ?? "")}";
        return Frame("日志", "/logs", live ? 2 : null, Html.Of($"""
            <div class="row sp"><h1>日志</h1><p class="m">{Time(Now)} 读取　{LiveLink($"/logs?{link}", live, 2)}　<a href="/logs.txt?{link}" download>下载</a></p></div>
            <form class="filter" action="/logs"><div class="field"><label for="r">资源</label><select id="r" name="resource"><option value="">全部</option>
            {Html.Each(system.Instances, instance => Html.Of($"<option{new Html(instance.Id == resource ? " selected" : "")}>{instance.Id}</option>"))}</select></div>
            <div class="field wide"><label for="q">包含</label><input id="q" name="q" value="{query}" autocomplete="off"></div><button class="btn two">查找</button></form>
            <section class="box flush" aria-label="日志"><div class="hd"><span class="s m">{(found.Count > LinesShown ? $"共{found.Count}行，显示最近{LinesShown}行；下载得到全部" : $"{found.Count}行")}</span></div>{Console(found.TakeLast(LinesShown), !string.IsNullOrEmpty(resource), query)}</section>
            """));
    }

    public string Download(string? resource, string? query)
        => string.Concat(Find(resource, query).Select(line => $"{Stamp(line.At)}{(string.IsNullOrEmpty(resource) ? " " + line.Id : "")} {_masking.Text(line.Line.Content)}\n"));

    private List<(string Id, LogLine Line, DateTimeOffset At)> Find(string? resource, string? query)
        => [.. system.Instances.Where(instance => string.IsNullOrEmpty(resource) || instance.Id == resource)
            .SelectMany(instance => system.Logs.Of(instance.Id).Kept.Select(line => (instance.Id, line.Line, line.At)))
            .Where(line => string.IsNullOrEmpty(query) || line.Line.Content.Contains(query, StringComparison.OrdinalIgnoreCase)).OrderBy(line => line.At)];

    private Html Console(IEnumerable<(string Id, LogLine Line, DateTimeOffset At)> lines, bool single, string? query)
        => Html.Of($"""<div class="scroll" role="region" aria-label="日志行，可左右滚动" tabindex="0"><ol class="console{(single ? " single" : "")}">{Html.Each(lines, line => Html.Of(
            $"""<li class="{Severity(line.Line)}"><time>{Stamp(line.At)[11..19]}</time>{Html.If(!single, () => Html.Of($"<a href=\"/resources/{line.Id}\">{line.Id}</a>"))}<span>{Marked(_masking.Text(line.Line.Content), query)}</span></li>"""))}</ol></div>""");

    private static Html Marked(string text, string? query)
    {
        if (string.IsNullOrEmpty(query) || text.IndexOf(query, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)) return Html.Of($"{text}");
        return Html.Of($"{text[..at]}<mark>{text[at..(at + query.Length)]}</mark>{text[(at + query.Length)..]}");
    }

    private static string Severity(LogLine line) => line.Content.StartsWith("[apphost", StringComparison.Ordinal) ? "say"
        : line.IsErrorMessage || line.Content.Contains("fail:", StringComparison.Ordinal) || line.Content.Contains("crit:", StringComparison.Ordinal) || line.Content.Contains("[error]", StringComparison.Ordinal) || line.Content.Contains("ERROR", StringComparison.Ordinal) || line.Content.Contains("\"Error\"", StringComparison.Ordinal) ? "bad"
        : line.Content.Contains("warn:", StringComparison.Ordinal) || line.Content.Contains("[warning]", StringComparison.Ordinal) || line.Content.Contains("WARN", StringComparison.Ordinal) || line.Content.Contains("\"Warning\"", StringComparison.Ordinal) ? "warn" : "";

    private Html Group(string title, IEnumerable<ResourceEvent> members, Dictionary<string, long> memory)
    {
        var rows = members.ToList();
        return Html.If(rows.Count > 0, () => Html.Of($"""
            <section class="box flush"><div class="hd"><h2>{title}</h2><span class="s m">{rows.Count}个</span></div><div class="scroll"><table class="cards list"><thead><tr><th>名称</th><th>状态</th><th>地址</th><th>已运行</th><th class="num">重启</th><th class="num">内存</th><th>操作</th></tr></thead><tbody>
            {Html.Each(rows, now => Row(now, memory))}
            </tbody></table></div></section>
            """));
    }

    private Html Row(ResourceEvent now, Dictionary<string, long> memory)
    {
        var look = Look.Of(now, system);
        return Html.Of($"""
            <tr class="{look.Kind}"><td class="{(now.Resource is IResourceWithParent ? "in" : "")}"><a class="mono b" href="/resources/{now.ResourceId}">{now.ResourceId}</a> <span class="m">{Kind(now.Resource)}</span></td>
            <td data-l="状态"><span class="tag {look.Tag}">{look.Word}</span>{Html.If(look.Kind is "bad" or "warn" or "busy", () => Html.Of($"<span class=\"cause s\">{Cause(now)}</span>"))}</td>
            <td data-l="地址">{Links(now)}</td><td data-l="已运行" class="nw">{Uptime(now)}</td><td data-l="重启" class="num">{(now.Resource is IResourceWithParent ? "" : Number(now.Property("resource.restarts")))}</td><td data-l="内存" class="num">{(memory.TryGetValue(now.ResourceId, out var bytes) ? $"{bytes >> 20} MB" : "")}</td>
            <td data-l="操作" class="nw">{Html.If(now.Resource is not IResourceWithParent, () => Html.Of($"<a href=\"/logs?resource={now.ResourceId}\">日志<span class=\"vh\"> {now.ResourceId}</span></a>"))}{Html.Each(Commands(now).Where(command => command.State == ResourceCommandState.Enabled && Standard(command.Annotation)), command => Html.Of($"　{Short(now, command.Annotation)}"))}</td></tr>
            """);
    }

    private Html Short(ResourceEvent now, ResourceCommandAnnotation command) => command.ConfirmationMessage is not null
        ? Html.Of($"<a href=\"/resources/{now.ResourceId}/commands/{command.Name}\">{command.DisplayName}<span class=\"vh\"> {now.ResourceId}</span></a>")
        : Html.Of($"<form class=\"inline\" method=\"post\" action=\"/resources/{now.ResourceId}/commands/{command.Name}\"><input type=\"hidden\" name=\"token\" value=\"{token}\"><button class=\"link\">{command.DisplayName}<span class=\"vh\"> {now.ResourceId}</span></button></form>");

    private Html Command(ResourceEvent now, (ResourceCommandAnnotation Annotation, ResourceCommandState State) command)
    {
        var action = $"/resources/{now.ResourceId}/commands/{Uri.EscapeDataString(command.Annotation.Name)}";
        var text = Html.Of($"<b>{command.Annotation.DisplayName}</b>{Html.If(command.Annotation.DisplayDescription is not null, () => Html.Of($"<span>{command.Annotation.DisplayDescription}</span>"))}");
        return command.State == ResourceCommandState.Disabled ? Html.Of($"<li class=\"shut\"><b>{command.Annotation.DisplayName}</b><span class=\"why\">现在不能做：资源不在正常运行</span></li>")
            : command.Annotation.ConfirmationMessage is not null ? Html.Of($"<li><a class=\"act\" href=\"{action}\">{text}</a></li>")
            : Html.Of($"<li><form method=\"post\" action=\"{action}\"><input type=\"hidden\" name=\"token\" value=\"{token}\"><button class=\"act\">{text}</button></form></li>");
    }

    private List<(ResourceCommandAnnotation Annotation, ResourceCommandState State)> Commands(ResourceEvent now)
        => [.. now.Resource.Annotations.OfType<ResourceCommandAnnotation>().OrderBy(Standard)
            .Select(command => (command, command.UpdateState(new() { ResourceSnapshot = now.Snapshot, ServiceProvider = system.ExecutionContext.ServiceProvider })))
            .Where(command => command.Item2 != ResourceCommandState.Hidden)];

    private static bool Standard(ResourceCommandAnnotation command) => command.Name == KnownResourceCommands.StartCommand || command.Name == KnownResourceCommands.StopCommand || command.Name == KnownResourceCommands.RestartCommand;

    private Html Relations(ResourceEvent now)
    {
        var outgoing = now.Snapshot.Relationships.Where(relation => relation.ResourceName != now.Resource.Name).GroupBy(relation => relation.ResourceName)
            .Select(group => (Name: group.Key, What: string.Join("、", group.Select(relation => Word(relation.Type)).Distinct()))).ToList();
        var incoming = Shown().Where(other => other.Snapshot.Relationships.Any(relation => relation.ResourceName == now.Resource.Name)).Select(other => other.ResourceId).Distinct().ToList();
        return Html.Of($"""
            {Html.If(outgoing.Count > 0, () => Html.Of($"<section class=\"box\"><h2>它依赖</h2><ul class=\"plainlist\">{Html.Each(outgoing, other => Html.Of($"<li>{ResourceLink(other.Name)} <span class=\"m s\">{other.What}</span></li>"))}</ul></section>"))}
            {Html.If(incoming.Count > 0, () => Html.Of($"<section class=\"box\"><h2>依赖它的</h2><ul class=\"plainlist\">{Html.Each(incoming, other => Html.Of($"<li>{ResourceLink(other)}</li>"))}</ul></section>"))}
            """);
    }

    private Html ResourceLink(string name) => system.Notifications.Matching(name) is [var first, ..] ? Html.Of($"<a class=\"mono\" href=\"/resources/{first.ResourceId}\">{name}</a>") : Html.Of($"<span class=\"mono\">{name}</span>");

    private static string Word(string relation) => relation switch { "Reference" => "引用", "WaitFor" => "等它", "Parent" => "属于", _ => relation };

    private Html Cause(ResourceEvent now)
    {
        if (now.Property("resource.failure") is string why && now.Snapshot.State?.Text == KnownResourceStates.FailedToStart) return Html.Of($"{_masking.Text(why)}");
        if (now.Snapshot.State?.Text == KnownResourceStates.Exited && now.Snapshot.ExitCode is { } code)
            return now.Property("resource.restartAt") is DateTime at ? Html.Of($"退出码 {code}，{Time(at)} 再启动") : Html.Of($"退出码 {code}");
        if (now.Snapshot.State?.Text == KnownResourceStates.Waiting)
            return Html.Of($"{string.Join("、", now.Snapshot.Relationships.Where(relation => relation.Type == "WaitFor").Select(relation => relation.ResourceName).Where(name => !Done(name)))}");
        return Html.Of($"{_masking.Text(string.Join("；", now.Snapshot.HealthReports.Where(report => report.Status is not HealthStatus.Healthy).Select(report => $"{report.Name}：{report.Description ?? "没有说明"}")))}");
    }

    private bool Done(string name) => system.Notifications.Matching(name).All(now => now.Snapshot.State?.Text == KnownResourceStates.Finished || now.Snapshot.HealthStatus is HealthStatus.Healthy);

    private static Html Links(ResourceEvent now) => new(string.Join("　", now.Snapshot.Urls.Select(url => url.Url.StartsWith("http", StringComparison.Ordinal)
        ? Html.Of($"<a href=\"{url.Url}\">{(url.DisplayProperties.DisplayName.Length > 0 ? url.DisplayProperties.DisplayName : url.Name == "http" ? "" : url.Name + " ")}<span class=\"mono\">{Port(url.Url)}</span></a>").Text
        : Html.Of($"<span class=\"mono\">{Port(url.Url)}</span>").Text)));

    private static string Port(string url) => ":" + new Uri(url).Port.ToString(CultureInfo.InvariantCulture) + new Uri(url).AbsolutePath.TrimEnd('/');

    private static string Value(ParameterResource parameter)
    {
        try
        {
            return parameter.Secret ? Masking.Mask : parameter.Value;
        }
        catch (DistributedApplicationException)
        {
            return "（没有值）";
        }
    }

    private string Kind(IResource resource) => resource switch
    {
        RabbitMQServerResource => "消息",
        RedisResource => "缓存",
        PostgresServerResource => "数据库服务器",
        PostgresDatabaseResource => "数据库",
        ParameterResource => "参数",
        _ => system.Completes(resource) ? "任务" : "服务"
    };

    private Dictionary<string, long> Memory() => system.Instances.Where(instance => instance.Pid != 0).ToDictionary(instance => instance.Id, instance => Processes.Memory(instance.Pid));
    private string MemoryOf(ResourceEvent now) => system.Instances.FirstOrDefault(instance => instance.Id == now.ResourceId) is { Pid: not 0 and var pid } ? $"{Processes.Memory(pid) >> 20} MB" : "";

    private IEnumerable<ResourceEvent> Shown() => system.Notifications.All;

    private static int Number(object? value) => value is int number ? number : 0;

    private static string Uptime(ResourceEvent now)
    {
        if (now.Snapshot.State?.Text != KnownResourceStates.Running || now.Snapshot.StartTimeStamp is not { } since || now.Resource is IResourceWithParent) return "";
        var up = Now.UtcDateTime - since;
        return up.TotalDays >= 1 ? $"{(int)up.TotalDays}日{up.Hours}小时" : up.TotalHours >= 1 ? $"{up.Hours}小时{up.Minutes}分" : up.TotalMinutes >= 1 ? $"{up.Minutes}分{up.Seconds}秒" : $"{up.Seconds}秒";
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
    private static string Stamp(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Beijing).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
    private static string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Beijing).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    private static string Time(DateTime utc) => Time(new DateTimeOffset(utc, TimeSpan.Zero));
    private static string Date(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), Beijing).ToString("M月d日 HH:mm:ss", CultureInfo.InvariantCulture);

    private static Html LiveLink(string address, bool live, int seconds) => live
        ? Html.Of($"<b>每{seconds}秒刷新</b>　<a href=\"{address}\">停</a>")
        : Html.Of($"<a href=\"{address}\">刷新</a>　<a href=\"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}live=true\">每{seconds}秒刷新</a>");

    private Html Frame(string title, string at, int? refresh, Html body)
    {
        var places = Shown().SelectMany(now => now.Snapshot.Urls.Where(url => url.Url.StartsWith("http", StringComparison.Ordinal) && (url.DisplayProperties.DisplayName.Length > 0 || url.Name == RabbitMQServerResource.ManagementEndpointName))
            .Select(url => (Name: url.DisplayProperties.DisplayName.Length > 0 ? url.DisplayProperties.DisplayName : $"{now.ResourceId} 管理页", url.Url))).ToList();
        return Html.Of($"""
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">{Html.If(refresh is not null, () => Html.Of($"<meta http-equiv=\"refresh\" content=\"{refresh}\">"))}
            <title>{title} - 运行 - 信访</title><link rel="stylesheet" href="/xinfang.css"><link rel="stylesheet" href="/operations.css"><link rel="icon" href="data:,"></head>
            <body class="staff ops"><a class="skip" href="#main">跳到正文</a>
            <header class="bar"><a class="id" href="/"><span class="sealmark" aria-hidden="true">信</span><span><b>运行</b><small>本机，不经网络</small></span></a>
            <form role="search" action="/logs"><label class="vh" for="find">在日志里找</label><input id="find" name="q" type="search" accesskey="k" placeholder="在所有日志里找" autocomplete="off"><button class="btn">查找</button></form>
            <div class="me"><span>今天 {Date(Now.UtcDateTime)[..^9]}</span></div></header>
            <div class="shell"><nav class="side" aria-label="功能"><h2>运行</h2><ul><li><a href="/"{Current(at == "/")}>资源</a></li><li><a href="/logs"{Current(at == "/logs")}>日志</a></li></ul>
            {Html.If(places.Count > 0, () => Html.Of($"<h2>地址</h2><ul>{Html.Each(places, place => Html.Of($"<li><a href=\"{place.Url}\">{place.Name}</a></li>"))}</ul>"))}</nav>
            <main id="main">{body}</main></div></body></html>
            """);
    }

    private static Html Current(bool yes) => new(yes ? " aria-current=\"page\"" : "");
}

/// <summary>The word and colour of a state. <see cref="Kind"/>: ok, busy, off, warn or bad.</summary>
internal sealed record Look(string Kind, string Tag, string Word)
{
    public static Look Of(ResourceEvent now, Orchestrator system)
    {
        var (state, health) = (now.Snapshot.State?.Text, now.Snapshot.HealthStatus);
        if (state == KnownResourceStates.Running)
            return now.Snapshot.HealthReports.Length > 0 && now.Snapshot.HealthReports.Any(report => report.Status is null) && health == HealthStatus.Unhealthy ? new("busy", "info", "启动中")
                : health == HealthStatus.Healthy ? new("ok", "ok", system.Completes(now.Resource) && now.Resource is not (ParameterResource or IResourceWithParent or ConnectionStringResource) ? "执行中" : "正常")
                : health == HealthStatus.Degraded ? new("warn", "warn", "部分异常") : new("bad", "bad", "异常");
        if (state == KnownResourceStates.FailedToStart) return new("bad", "solid", "没起来");
        if (state == KnownResourceStates.Exited)
            return now.Property("resource.restartAt") is not null ? new("warn", "warn", "等待重启") : system.Completes(now.Resource) && now.Snapshot.ExitCode is not (0 or null) ? new("bad", "solid", "失败") : new("off", "line", "已停止");
        if (state == KnownResourceStates.Finished) return new("ok", "ok", "已完成");
        if (state == KnownResourceStates.Waiting) return new("busy", "info", "等待");
        if (state == KnownResourceStates.Stopping) return new("busy", "info", "停止中");
        return state == KnownResourceStates.Starting ? new("busy", "info", "启动中") : new("off", "line", "未启动");
    }

    public static string Row(HealthStatus? status) => status switch { HealthStatus.Healthy => "ok", HealthStatus.Degraded => "warn", HealthStatus.Unhealthy => "bad", _ => "info" };
    public static string Health(HealthStatus? status) => status switch { HealthStatus.Healthy => "正常", HealthStatus.Degraded => "部分异常", HealthStatus.Unhealthy => "异常", _ => "还没有回答" };
}
