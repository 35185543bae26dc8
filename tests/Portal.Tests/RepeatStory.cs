namespace Xinfang.Portal.Tests;

/// <summary>Earlier petitions as Intake finds them: one that is running, one that a recheck has ended.</summary>
internal static class RepeatStory
{
    private const string This = "一楼下水管返水，物业和产权单位互相推\n2月28日晚一楼卫生间地漏冒污水，淹到客厅。", Other = "安和里一楼下水管返水没人修\n一楼卫生间地漏冒污水，物业说归产权单位。";

    private static readonly object Organ = new { code = "120104-zjw", name = "区住建委", fullName = "天津市南开区住房和建设委员会", phone = "022-0000 0002" };

    private static object Row(Guid id, string number, bool running, object bar) => new
    {
        id, number, subject = "安和里一楼下水管返水没人修", receivedOn = "2026-01-12", stage = running ? "Forwarded" : "Completed", stageText = running ? "已转送" : "已办结", organ = "区住建委", running,
        samePerson = 0.9, sameMatter = 0.86, sameEvent = 0.71, kinship = "Repeat",
        points = new object[] { new { speaks = true, sentence = "联系电话相同，应当是同一个人。" }, new { speaks = true, sentence = "都说到同样的地方或者单位：安和里。" }, new { speaks = false, sentence = "说的区县不同：一件是甲区，一件是乙区。" } },
        bar,
    };

    private static object Running => Row(Story.Receipt, "120104-20260112-0003", true, new
    {
        road = "Link", sentence = "那一件正由有权处理的机关办理。还在规定期限内的，可以不予受理，告诉信访人在哪里查。由您定。", basis = "《信访工作条例》第十九条第三款", organ = Organ,
        title = "不予受理告知书", draft = new object[] { new { text = "您反映的“一楼下水管返水”（信访编号120104-20260302-0001），我们2026年3月2日收到。" }, new { heading = "为什么不受理", text = "同一件事正由天津市南开区住房和建设委员会办理。" } },
    });

    private static object Ended => Row(Story.Acceptance, "120104-20250611-0004", false, new
    {
        road = "FinalBar", sentence = "那一件已经复核，复核意见2025年12月1日送到。转给区住建委，由它逐项比较，负责人定。", basis = "《信访工作条例》第三十六条第三款", organ = Organ,
        title = "信访事项不再受理告知书", draft = new object[] { new { text = "您反映的信访事项（编号：120104-20260302-0001），已于2025年12月1日作出复核意见书。" } },
    });

    private static object Link(Guid id, Guid earlier, string number, string kind, int round, string? undone = null) => new
    {
        id, earlierId = earlier, earlierNumber = number, kind, round, by = "clerk", at = "2026-03-02T02:00:00Z", reason = "同一个人说同一根管道。",
        undoneBy = undone is null ? null : "clerk", undoneAt = undone is null ? null : "2026-03-02T03:00:00Z", undoneReason = undone,
    };

    public static object Candidates => new
    {
        items = new[] { Running, Ended },
        links = new[] { Link(Story.Id, Story.Receipt, "120104-20260112-0003", "Repeat", 2, "看错了，是另一栋楼。"), Link(Story.Id, Story.Id, "120104-20260105-0001", "SameEvent", 1) },
        later = new object[] { new { id = Story.Acceptance, number = "120104-20260401-0009", kind = "Repeat", round = 2 } },
    };

    public static object Compared(bool linked) => new
    {
        @this = new { id = Story.Id, number = Story.Number, receivedOn = "2026-03-02", petitioner = "张*", text = This },
        other = new { id = linked ? Story.Acceptance : Story.Receipt, number = linked ? "120104-20250611-0004" : "120104-20260112-0003", receivedOn = "2026-01-12", petitioner = "张*", text = Other },
        comparison = linked ? Ended : Running,
        passages = new object[]
        {
            new { inFirst = This.IndexOf("一楼下水管返水", StringComparison.Ordinal), lengthInFirst = 7, inSecond = Other.IndexOf("一楼下水管返水", StringComparison.Ordinal), lengthInSecond = 7 },
            new { inFirst = This.IndexOf("一楼卫生间地漏冒污水", StringComparison.Ordinal), lengthInFirst = 10, inSecond = Other.IndexOf("一楼卫生间地漏冒污水", StringComparison.Ordinal), lengthInSecond = 10 },
        },
        nextRound = 2,
        link = linked ? Link(Story.Id, Story.Acceptance, "120104-20250611-0004", "Repeat", 3) : null,
    };

    private static object Version(int version, bool inUse, double f1) => new
    {
        version, inUse, learnedAt = version == 0 ? null : $"2026-04-{version + 10:00}T18:00:00Z", examples = version * 140, macroF1 = version == 0 ? (double?)null : f1, accuracy = f1 + 0.02, top2 = 0.97, calibrationError = 0.02,
        newDecisions = version == 0 ? 0 : 52, rightOnNew = 0.88, formerRightOnNew = 0.71, shown = 40, followed = 33,
        labels = version == 0 ? [] : new object[] { new { label = "030000", name = "城乡建设", examples = 210, precision = 0.93, recall = 0.91, f1 = 0.92 }, new { label = "040000", name = "劳动和社会保障", examples = 120, precision = 0.9, recall = 0.84, f1 = 0.87 } },
    };

    public static object Recognition => new
    {
        items = new object[]
        {
            new { question = "Category", inUse = 0, newSince = 31, versions = new[] { Version(0, true, 0) }, uses = Array.Empty<object>() },
            new { question = "Content", inUse = 3, newSince = 12, versions = new[] { Version(4, false, 0.78), Version(3, true, 0.84), Version(2, false, 0.8), Version(0, false, 0) }, uses = new object[] { new { version = 3, by = "system", at = "2026-04-13T18:01:00Z" }, new { version = 2, by = "office-head", at = "2026-04-12T02:00:00Z" } } },
            new { question = "Organ", inUse = 0, newSince = 0, versions = new[] { Version(0, true, 0) }, uses = Array.Empty<object>() },
            new { question = "Road", inUse = 0, newSince = 3, versions = new[] { Version(0, true, 0) }, uses = Array.Empty<object>() },
        },
    };

    public static object Contents => new
    {
        items = new object[]
        {
            new { code = "030000", name = "城乡建设", path = "城乡建设", level = 1, parent = (string?)null, retired = false, petitions = 412 },
            new { code = "030100", name = "物业服务", path = "城乡建设·物业服务", level = 2, parent = "030000", retired = false, petitions = 37 },
            new { code = "030200", name = "供热", path = "城乡建设·供热", level = 2, parent = "030000", retired = true, petitions = 5 },
        },
        changes = new object[] { new { code = "030200", name = "供热", retired = true, by = "office-head", at = "2026-04-12T02:00:00Z" } },
    };
}
