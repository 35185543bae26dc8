using System.Collections.Frozen;

namespace Xinfang.Intake.Recognition.Categories;

/// <summary>
/// A thesaurus of everyday subjects: words of one line mean much the same to somebody who sorts petitions. It says nothing about
/// categories; which of them a subject belongs to is learnt from the office's own decisions. It helps with words seen rarely or never there.
/// </summary>
internal static class Topics
{
    private const string Words = """
        工资 薪资 薪水 欠薪 讨薪 血汗钱 工钱 底薪 绩效 奖金 加班费 提成 拖欠工资 薪酬 待遇 津贴 月薪 发工资
        农民工 民工 包工头 工头 班组 劳务公司 打工 务工 外包 劳务派遣 派遣
        劳动合同 辞退 解雇 辞职 离职 裁员 试用期 劳动仲裁 劳动法 用人单位 解除合同 竞业 劳动监察 用工 入职 工龄 买断 下岗 改制
        加班 双休 节假日 年假 产假 调休 休息日 上班时间 休假 工作制 高温补贴
        工伤 职业病 工亡 伤残鉴定 劳动能力鉴定 尘肺
        社保 五险一金 五险 养老保险 失业保险 失业金 社会保险 参保 缴费基数 断缴 补缴 社保卡 社保局 缴费年限 灵活就业
        退休 养老金 退休金 退休工资 病退 内退 退休年龄 离退休 退休人员
        公积金 住房公积金 公积金贷款 公积金提取
        低保 救助 困难补助 五保 特困 残疾 残疾人 残疾证 孤儿 贫困户 扶贫 建档立卡 社会救助
        退伍 复员 军人 转业 优抚 烈士 军龄 退役
        就业 招聘 失业 创业 人才引进 人才补贴 事业编 编制 公务员 招考 事业单位 笔试 面试 岗位 应聘
        职称 评审 资格证 职业资格 技能鉴定 证书 考证 会计证 执业 技师
        小学 中学 学校 校长 班主任 高中 初中 幼儿园 公办 民办 校区 校园 上学 读书 学生 家长 老师 教师 同学 孩子
        入学 学区 招生 择校 摇号 划片 学位 报名 转学 学籍 升学 中考 高考 志愿 录取 分数线
        补课 培训 培训班 辅导 培训机构 补习 课外 作业 减负 晚自习 早教 在线课程 学费 课时
        学费 收费 教育局 教辅 校服 资料费 伙食费 食堂 住宿费 乱收费 借读 赞助费
        大学 学院 大专 本科 研究生 毕业 毕业证 宿舍 实习 辅导员 高校 职业学院 大学生 毕业生 学分
        教师资格 教龄 代课 支教 教师编 乡村教师 民办教师 特岗 班主任费
        图书馆 体育 健身 球场 文化 广场舞 博物馆 体育馆 游泳 篮球 足球 电视 广播 有线电视 文物 古迹 演出
        医院 医生 护士 病人 患者 门诊 住院 手术 挂号 急诊 治疗 医疗 看病 医务 主任医师 卫生院 诊所 就医 病房 病情 救护车
        医保 新农合 报销 大病 合作医疗 医疗保险 异地就医 医保卡 慢性病 门特 自费
        药 药品 药店 药房 疫苗 接种 药费 狂犬 处方 医药
        医疗事故 误诊 医患 医疗纠纷 医疗器械 医德 红包 医托 过度医疗 非法行医 整形 美容医院
        计划生育 二胎 准生证 生育 社会抚养费 独生子女 生育保险 失独 上环 孕妇 产检 计生 怀孕 出生证
        卫生局 卫计 疾控 传染病 防疫 疫情 病毒 卫生许可 血站 献血 乡村医生 村医 护理
        房子 住房 楼盘 开发商 购房 业主 交房 商品房 期房 现房 首付 房贷 认购 限购 网签 预售 烂尾 房产 房款 按揭 售楼
        房产证 产权证 不动产 办证 房本 土地证 过户 产权 契税 维修基金 登记
        物业 物业费 物业公司 业委会 业主委员会 小区 保安 门禁 公摊 物管 停车费 业主大会 公共维修
        电梯 楼道 消防 消防通道 天花板 漏水 渗水 裂缝 墙面 外墙 脱落 防水 质量问题 屋顶 管道 化粪池
        拆迁 征收 安置 安置房 征地 补偿款 拆迁户 过渡费 棚改 棚户区 旧城改造 强拆 回迁 安置费 拆迁款 征拆
        违建 违章建筑 违法建筑 私搭乱建 搭建 加盖 违规建设 住改商 规划 规划许可 容积率 用地 控规
        廉租房 公租房 经济适用房 保障房 限价房 经适房 租赁补贴
        施工 工地 工程 工程款 承包 施工队 项目部 建筑公司 监理 招投标 招标 建设单位 施工方 材料款
        道路 路面 坑洼 修路 水泥路 断头路 路灯 人行道 井盖 桥 大桥 下水道 排水 积水 市政 硬化 破损
        自来水 停水 水压 供水 水厂 水费 饮用水 用水 水管
        停电 电费 电压 供电 电网 电线 变压器 电表 电力 高压线
        燃气 天然气 煤气 液化气 暖气 供暖 燃气公司 管道气
        城管 占道 摆摊 流动摊贩 夜市 市容 小贩 环卫 清扫 摊位 乱停乱放 乱象 占用
        绿化 公园 树木 绿地 砍树 花坛 景观 草坪 休闲广场
        农村 村民 村委会 村里 村支书 村干部 村组 宅基地 农田 耕地 土地流转 农民 林地 山林 水库 灌溉 承包地 种粮 组长 村主任
        公交 公交车 地铁 线路 站台 公交站 班车 司机 车次 乘客 轻轨 首末班车 换乘 乘车 候车
        出租车 的士 网约车 滴滴 打表 黑车 拒载 绕路 运管 营运 载客 摩的 运营证
        高速 高速公路 收费站 过路费 通行费 国道 省道 服务区 ETC 公路 县道 超载 货车 交通运输
        红绿灯 交警 斑马线 堵车 拥堵 车祸 交通事故 违章 罚单 限速 逆行 信号灯 车流量 天桥 隧道 交通 违停 肇事 监控
        驾校 驾照 驾驶证 学车 考试 教练 科目二 科目三 车管所 年检 上牌 牌照 行驶证 练车 考场
        快递 物流 邮政 包裹 派送 顺丰 圆通 中通 快递员 寄件 配送
        火车 高铁 火车站 机场 航班 飞机 机票 车票 列车 铁路 客运 汽车站 候车室 客车 大巴
        共享单车 电动车 摩托车 停车位 停车场 车位 电动自行车 充电桩
        超市 商场 商店 店铺 商家 门店 网店 淘宝 购物 购买 商品 假货 退货 退款 换货 发票 消费者 消费 欺诈 卖家 客服 保修 售后 三包
        会员卡 充值 预付卡 健身卡 办卡 理发店 美容院 健身房 跑路 倒闭 消费卡 储值卡
        传销 诈骗 集资 非法集资 理财 投资 贷款 高利贷 网贷 P2P 平台 保险 银行 信用卡 利息 担保 骗钱 借款 本金 金融
        电信 移动 联通 宽带 话费 流量 套餐 信号 手机号 营业厅 基站 网络 运营商 短信
        食品 食品安全 餐馆 餐厅 饭店 酒店 宾馆 外卖 过期 变质 卫生条件 餐饮 小吃 火锅 牛奶 蛋糕 奶茶 添加剂 地沟油 猪肉
        景区 旅游 旅行社 导游 门票 游客 景点 酒店 旅行 跟团 旅游局 农家乐 民宿 温泉
        烟 香烟 烟草 酒 白酒 加油站 汽油 油价 汽车 4S店 新车 二手车 购车 提车
        营业执照 工商 工商局 市场监督 市场监管 税务 税 个体户 注册 许可证 经营许可 专卖 执照 无证经营
        价格 涨价 物价 收费标准 定价 房租 租金 押金 租户 门面 商铺 租房 房东 中介 市场 菜市场 批发市场
        传媒 广告 宣传 虚假宣传 夸大 直播 网红 推销 电话推销
        噪音 噪声 扰民 嘈杂 分贝 音响 震动 夜间施工 吵 KTV 睡不着 休息
        油烟 烧烤 异味 臭味 恶臭 气味 刺鼻 熏 排烟
        污染 环保 环保局 环境保护 排污 污水 废水 废气 排放 粉尘 扬尘 灰尘 化工厂 化工 工厂 超标 毒气 有毒 酸 烟囱 黑烟 环评 雾霾 重金属 环境
        垃圾 垃圾站 垃圾场 垃圾焚烧 填埋 焚烧 垃圾桶 垃圾分类 渣土 中转站 清运 脏乱差 建筑垃圾
        养猪场 养殖场 养殖 猪场 鸡场 粪便 畜禽 猪粪 养鸡 养鱼
        河道 河流 水质 水源 江 湖 鱼塘 池塘 黑臭 治理 采砂 挖沙 河水 渠 井水 地下水
        辐射 变电站 电磁 高压 信号塔 核 搅拌站 采石场 矿山 砖厂 石灰 煤矿 开采 爆破 矿
        公安 派出所 报警 民警 打人 打架 赌博 麻将 黑社会 恶势力 盗窃 小偷 失窃 吸毒 卖淫 治安 立案 拘留 骚扰 威胁
        法院 判决 起诉 执行 律师 法官 检察院 诉讼 老赖 官司 上诉 仲裁
        户口 身份证 户籍 迁户 落户 居住证 派出所办理 公证 结婚证 离婚 民政局 婚姻 殡葬 墓地 火化 社区 居委会 养老院 敬老院
        举报 贪污 腐败 受贿 行贿 违纪 不作为 乱作为 滥用职权 纪委 干部 官员 领导干部 公款 以权谋私 包庇 侵吞
        """;

    private static readonly FrozenDictionary<string, int> Table = Parse();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Table.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Table.Keys.Max(word => word.Length);

    /// <summary>How many subjects there are.</summary>
    public static int Count { get; } = Table.Values.Max() + 1;

    /// <summary>Calls <paramref name="found"/> for each word of the thesaurus in a normal text: its subject, where it starts, its length. The longest word at a place wins.</summary>
    public static void In(ReadOnlySpan<char> text, Action<int, int, int> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
            {
                if (!Lookup.TryGetValue(text.Slice(at, length), out var topic)) continue;
                found(topic, at, length);
                at += length - 1;
                break;
            }
        }
    }

    private static FrozenDictionary<string, int> Parse()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, topic) in Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, topic) => (line, topic)))
            foreach (var word in line.Split(' ')) table.TryAdd(Characters.Normal(word, digits: false).Text, topic);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
