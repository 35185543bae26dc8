namespace Xinfang.Insight.Api.Alarms;

/// <summary>What can be wrong with the running system. The names are anchors of docs/operations/alarms.md.</summary>
internal enum AlarmCode { DatabaseGone, ServiceGone, ServiceUnhealthy, ServiceDegraded, OutboxOld, ErrorQueue, DiskFull, CertificateExpiring, CalendarMissing, NoOnlinePetitions, TargetFailing }

internal enum Severity { Warning, Critical }

/// <summary>What is the same for every alarm of a code.</summary>
/// <param name="After">So long its cause lasts before it is raised; what heals by itself in that time is nobody's affair.</param>
/// <param name="Steps">What to look at and what to press, in the order of the runbook.</param>
internal sealed record AlarmKind(AlarmCode Code, string Title, Severity Severity, TimeSpan After, IReadOnlyList<string> Steps)
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero, OneMinute = TimeSpan.FromMinutes(1), TwoMinutes = TimeSpan.FromMinutes(2);

    public static readonly IReadOnlyList<AlarmKind> All =
    [
        new(AlarmCode.DatabaseGone, "数据库连不上", Severity.Critical, OneMinute,
            ["在运行页面看postgres是不是停了，停了就按“启动”。", "在跑但是连不上：看postgres的日志，多半是磁盘满了或者连接用完了。", "磁盘满了先腾地方，再启动postgres；各服务自己会重新连上，不用重启。"]),
        new(AlarmCode.ServiceGone, "服务没有回答", Severity.Critical, OneMinute,
            ["在运行页面看这个服务：停了就按“启动”，在反复重启就看它的日志最后几行。", "在跑但是不回答：按“重启”。", "重启两次还不行，把日志交给维护单位。"]),
        new(AlarmCode.ServiceUnhealthy, "服务不健康", Severity.Critical, OneMinute,
            ["原因写在告警里：database是连不上数据库，messaging是连不上消息服务器。", "在运行页面看postgres、messaging、cache是不是都在跑，停了就按“启动”。", "都在跑：重启这个服务。"]),
        new(AlarmCode.ServiceDegraded, "服务有毛病", Severity.Warning, TwoMinutes,
            ["服务还能用，只是有一样不好，原因写在告警里。", "cache：看Redis是不是停了。calendar：放假安排的文件读不了，看服务日志里是哪一行。feed：有单位长时间没有取走消息。", "改好以后告警自己解除。"]),
        new(AlarmCode.OutboxOld, "事件发不出去", Severity.Critical, AtOnce,
            ["事件在数据库里排着，没有丢，恢复以后自己会发出去。", "在运行页面看messaging是不是停了，停了就按“启动”。", "messaging在跑：重启这个服务；还不行，看它日志里outbox的报错。"]),
        new(AlarmCode.ErrorQueue, "有消息没有处理成功", Severity.Critical, AtOnce,
            ["打开消息服务器的管理页面，找名字以_error结尾的队列，看里面消息的MT-Fault-Message。", "原因排除以后（多半是别的告警里的原因），用Move messages把它们移回不带_error的队列，会重新处理。", "不要清空队列：里面是信访件的办理事件。看不懂就交给维护单位。"]),
        new(AlarmCode.DiskFull, "磁盘快满了", Severity.Critical, TwoMinutes,
            ["看数据目录里哪个文件夹大：du -sh 数据目录/*。", "可以删：logs里的.log.1，telemetry里旧的文件。不能删：postgres、messaging、files、secrets.json。", "删不出来就扩容。磁盘全满以后数据库会停。"]),
        new(AlarmCode.CertificateExpiring, "证书快到期了", Severity.Warning, AtOnce,
            ["向发证机构续办证书。", "把新证书换到反向代理上，让它重新载入。", "用浏览器打开网站，点地址栏的锁，看到期日是不是新的。"]),
        new(AlarmCode.CalendarMissing, "缺明年的放假安排", Severity.Warning, AtOnce,
            ["等国务院办公厅的放假通知（一般10月、11月发）。", "照通知写好YEAR.json，放进放假安排的文件夹，格式见运行说明。", "几秒以后自己生效，不用重启，在办事项的期限会重新计算。"]),
        new(AlarmCode.NoOnlinePetitions, "长时间没有网上信访", Severity.Warning, AtOnce,
            ["用手机流量（不是单位的网）打开网站首页，走到“我要信访”的第二步。", "打不开：看网关、门户和反向代理。打得开：试着查一次进度。", "都正常就是真的没有人提交，按“已知晓”就行，有了新的一件告警自己解除。"]),
        new(AlarmCode.TargetFailing, "告警送不出去", Severity.Warning, AtOnce,
            ["原因写在告警里。看地址、端口、密码对不对，对方是不是停了。", "改了设置要重启统计分析服务。", "没有送到的告警会一直重试，通了以后补送。"]),
    ];

    private static readonly Dictionary<AlarmCode, AlarmKind> ByCode = All.ToDictionary(kind => kind.Code);

    public static AlarmKind Of(AlarmCode code) => ByCode[code];
}
