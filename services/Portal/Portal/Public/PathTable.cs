namespace Xinfang.Portal.Public;

/// <summary>An answer to a question of the guide.</summary>
/// <param name="Code">In the address; says nothing about a person.</param>
/// <param name="Text">What people click.</param>
/// <param name="Note">One more line.</param>
public sealed record PathAnswer(string Code, string Text, string? Note = null);

/// <summary>Where the guide leads.</summary>
/// <param name="Title">The road, in one sentence.</param>
/// <param name="Why">Why it is the better one.</param>
/// <param name="Body">Who is responsible.</param>
/// <param name="Limit">How long one has, as the law says it; a day is never computed here.</param>
/// <param name="Bring">What to bring.</param>
/// <param name="Basis">Articles.</param>
/// <param name="Hurry">The time limit costs the right when it is missed.</param>
/// <param name="Also">What else is open, with a link where the Portal has a page.</param>
public sealed record PathResult(
    string Title, string Why, string Body, string Limit, string Bring, string Basis, bool Hurry = false,
    params IReadOnlyList<(string Title, string Text, string? Href)> Also);

/// <summary>我该找谁: the decision table of articles 22 and 31, asked in two questions.</summary>
public static class PathTable
{
    /// <summary>First question: what it is about.</summary>
    public static readonly IReadOnlyList<PathAnswer> About =
    [
        new("home", "住房、物业、市政、环境、噪声", "漏水、停电梯、违建、油烟、道路积水"),
        new("wages", "工资、工伤、劳动合同"),
        new("welfare", "低保、养老金、医保、入学等政府办的事"),
        new("decision", "不服行政机关的决定", "罚款、征收、许可没批、认定不对"),
        new("court", "打官司、判决、警察办案、检察院办案"),
        new("violation", "想请政府查处别人的违法行为", "无证经营、假货、侵占通道"),
        new("land", "农村土地承包的纠纷"),
        new("official", "举报公职人员违纪违法"),
        new("party", "不服党纪政务处分"),
        new("disclosure", "想看政府的文件、信息"),
        new("suggestion", "给政府提建议"),
        new("answered", "已经收到信访答复，我不满意"),
    ];

    /// <summary>Second question: how far it has gone. Only where the answer changes the road.</summary>
    public static IReadOnlyList<PathAnswer> Stages(string about) => about switch
    {
        "wages" =>
        [
            new("none", "还没有找过任何单位"),
            new("inspection", "找过劳动监察，还在办"),
            new("arbitration", "已经申请劳动仲裁", "包括正在等开庭、已经有裁决"),
            new("court", "正在打官司，或者法院已经判了"),
        ],
        "home" or "welfare" =>
        [
            new("none", "还没有找过该管的单位，或者找过没有结果"),
            new("decided", "该管的单位已经作出书面决定，我不服"),
            new("court", "正在打官司，或者法院已经判了"),
        ],
        "decision" =>
        [
            new("none", "收到决定，还没有申请复议，也没有起诉"),
            new("review", "已经申请行政复议"),
            new("court", "已经起诉，或者法院已经判了"),
        ],
        "answered" =>
        [
            new("opinion", "收到的是《信访处理意见书》"),
            new("review", "收到的是《复查意见书》"),
            new("recheck", "收到的是《复核意见书》"),
        ],
        _ => [],
    };

    /// <summary>Why the second question is asked.</summary>
    public static string Reason(string about) => about == "answered"
        ? "不满意走哪一步，要看您手里是哪一份意见书。"
        : "同一件事已经在仲裁、复议或法院办着，别的单位就不能再插手，您到处跑也没有结果。知道走到哪一步，我们才能告诉您下一步去哪里最有用。";

    /// <summary>The road; null when the address names none.</summary>
    public static PathResult? Find(string about, string stage) => (about, stage) switch
    {
        ("wages", "none") => new("先申请劳动仲裁，对您最有用", "仲裁裁决可以请法院强制执行。信访不能代替裁决。",
            "南开区劳动人事争议仲裁院", "从知道或者应当知道权利被侵害那天起1年内。还在这家单位上班、只是欠工资的，不受1年限制，离职后1年内提出",
            "身份证、劳动合同或工牌、工资流水、考勤或聊天记录", "《劳动争议调解仲裁法》第二十七条；《信访工作条例》第三十一条第（二）项", true,
            ("向劳动监察投诉", "区人社局查实后可以责令单位限期支付", null), LegalAid, Still),
        ("wages", "inspection") => new("劳动监察正在办，先等它的结果", "同一件事已经有机关在依法办理。您可以同时申请劳动仲裁。",
            "区人社局劳动监察；要裁决的，去南开区劳动人事争议仲裁院", "仲裁从知道权利被侵害那天起1年内，投诉监察不一定让这1年停下来",
            "投诉时的回执、身份证、劳动合同、工资流水", "《劳动争议调解仲裁法》第二十七条；《信访工作条例》第三十一条第（二）项、第（五）项", true, LegalAid, Still),
        ("wages", "arbitration") => new("在仲裁里把话说完；不服裁决，去法院", "已经进入仲裁的事，信访不能插手。",
            "南开区劳动人事争议仲裁院；不服裁决的，南开区人民法院", "收到仲裁裁决书之日起15日内可以起诉",
            "裁决书、身份证、证据材料", "《劳动争议调解仲裁法》第五十条；《信访工作条例》第三十一条第（一）项、第（二）项", true, LegalAid, Still),
        (_, "court") or ("court", _) => new("由政法机关依法办理", "法院判决、检察和公安办案，行政机关不能改。信访件会转给政法机关。",
            "办案的人民法院、人民检察院、公安机关；不知道是哪家，问区委政法委", "按诉讼程序：民事判决上诉15日；不服行政行为起诉6个月；经过复议的15日",
            "判决书、裁定书或办案文书，身份证", "《信访工作条例》第二十二条第二款、第三十一条第（一）项；《行政诉讼法》第四十五条、第四十六条", true, LegalAid, Still),
        ("home", "none") => new("可以信访，由该管的部门或街道办理", "没有专门的法定程序先走的，按信访程序办，您会收到逐项答复的书面处理意见。",
            "区信访办登记后，转给该管的区级部门或所在街道", "信访办15日内转送；该单位15日内告诉您受理不受理；受理后60日内答复",
            "地址、时间、照片、找过谁", "《信访工作条例》第二十二条、第二十三条、第三十一条第（六）项、第三十四条", false, Go, Phone),
        ("welfare", "none") => new("先向经办的部门申请；没有结果，可以信访", "这些事有办理窗口，直接申请最快。拖着不办、说不清理由的，信访办会转去并盯着答复。",
            "区民政局、区人社局、区医保局、区教育局等经办部门", "信访的：15日内转送，15日内告知受理不受理，受理后60日内答复",
            "身份证、户口本、申请时的材料和回执", "《信访工作条例》第二十二条、第三十一条第（五）项、第（六）项", false, Go, Phone),
        (_, "decided") or ("decision", "none") => new("申请行政复议", "复议机关可以撤销或者改变不对的决定。信访不能代替复议。",
            "南开区人民政府（区司法局承办行政复议）；国家垂直管理的单位，找它的上一级", "从知道这个决定那天起60日内；也可以直接起诉，6个月内",
            "决定书、身份证、复议申请书（不会写可以口头说）", "《行政复议法》第二十条；《行政诉讼法》第四十六条；《信访工作条例》第三十一条第（四）项", true, LegalAid, Still),
        ("decision", "review") => new("等复议决定；不服再起诉", "复议机关一般在60日内作出决定。", "复议机关；不服的，有管辖权的人民法院",
            "收到复议决定书之日起15日内起诉", "复议申请的收据、决定书、身份证", "《行政复议法》第六十二条；《行政诉讼法》第四十五条；《信访工作条例》第三十一条第（一）项", true, LegalAid, Still),
        ("violation", _) => new("直接向执法部门申请查处", "这叫履职申请：部门要么查处，要么书面告诉您为什么不查。", "管这件事的执法部门：区市场监管局、区城管委、区生态环境局、区住建委等",
            "部门按自己的法定期限办；找不到门，信访办15日内替您转去", "地点、时间、对方是谁、照片或票据", "《信访工作条例》第三十一条第（五）项", false, Go, Phone),
        ("land", _) => new("申请农村土地承包仲裁", "承包经营纠纷可以调解、仲裁，也可以直接起诉。", "农村土地承包仲裁委员会，或者人民法院",
            "从知道或者应当知道权利被侵害那天起2年内", "承包合同、权证、身份证", "《农村土地承包经营纠纷调解仲裁法》第十八条；《信访工作条例》第三十一条第（二）项", true, LegalAid, Still),
        ("official", _) => new("向纪检监察机关举报", "由纪检监察机关按管理权限办。被举报的人和单位看不到您是谁，也看不到您写的材料。", "南开区纪委监委，电话12388",
            "没有期限，越早越好", "什么时候、谁、做了什么、有什么凭据。可以不留姓名", "《信访工作条例》第二十二条第二款、第三十条", false,
            ("写信或者当面交给区信访办", "我们登记后只转给区纪委监委，其他单位都看不到。网上的表不收举报材料", "/info"), Phone),
        ("party", _) => new("向作出处分的党组织或机关申诉", "党员申诉、申请复审有专门的程序。", "作出处分决定的党组织、纪检监察机关或单位",
            "按处分决定书上写的期限", "处分决定书、申诉书", "《信访工作条例》第三十一条第（三）项", true, Still),
        ("disclosure", _) => new("申请政府信息公开", "想要文件、数据的，有专门的申请办法，不用信访。", "掌握信息的行政机关，它的网站上有申请表",
            "收到申请之日起20个工作日内答复", "身份证明、要什么信息、怎么给您", "《政府信息公开条例》第二十九条、第三十三条、第三十九条", false, Phone),
        ("suggestion", _) => new("写下来交给我们，会转给能采纳的单位", "建议不走60日的办理程序，但要研究论证，合理的要采纳，并给您回话。", "区信访办登记后转给有权处理的单位",
            "信访办15日内转送", "您的建议，最好写明在哪里、怎么改", "《信访工作条例》第二十二条、第二十九条", false, Go, Phone),
        ("answered", "opinion") => new("申请复查", "请上一级重新看一遍。区级部门的意见，可以向区政府或者市级主管部门申请；街道的意见，向区政府申请。", "处理意见书最后一段写明的复查机关",
            "收到处理意见书之日起30日内", "复查申请、处理意见书、身份证复印件", "《信访工作条例》第三十五条", true, See, Phone),
        ("answered", "review") => new("申请复核", "请复查机关的上一级再看一遍，这是最后一步。", "复查意见书最后一段写明的复核机关",
            "收到复查意见书之日起30日内", "复核申请、复查意见书、处理意见书、身份证复印件", "《信访工作条例》第三十六条", true, See, Phone),
        ("answered", "recheck") => new("这件事的信访程序已经走完", "仍然以同一事实和理由提出的，不再受理。有新的事实和理由，可以另提一件。", "区信访办接待大厅，可以当面说说困难",
            "没有期限", "三份意见书、新的材料", "《信访工作条例》第三十六条第三款", false, ("另提一件新的事", "要有新的事实或者新的理由", "/submit/1"),
            ("生活有困难", "可以向街道或区民政局申请社会救助", null), Phone),
        _ => null,
    };

    private static readonly (string, string, string?) Go = ("现在就写", "约10分钟，写一半可以停", "/submit/1");
    private static readonly (string, string, string?) Still = ("仍然要信访", "可以。我们会登记，并在15日内转去，同时书面告诉您上面这条路", "/submit/1");
    private static readonly (string, string, string?) LegalAid = ("申请法律援助", "请不起律师的，区法律援助中心免费帮忙，电话12348", null);
    private static readonly (string, string, string?) See = ("看看意见书和最晚日期", "用编号和查询码查进度", "/progress");
    private static readonly (string, string, string?) Phone = ("打电话问", "022-0000 0000，工作日9:00至17:00", "tel:02200000000");
}
