using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class FillingInTheForm
{
    private static readonly HashSet<string> Streets = ["120104001"];
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly PetitionForm Whole = new()
    {
        Name = "张某",
        Phone = "13000000001",
        Address = "长虹街道安和里3号楼",
        Subject = "一楼下水管返水",
        Facts = "2月28日晚上，一楼卫生间地漏冒污水，淹到客厅。",
        Claims = ["修好主管道，不再返水", "讲清到底归谁管"],
        Category = Category.Redress,
        Street = "120104001",
        Truthful = true,
        PrivacyVersion = Form.PrivacyVersion,
    };

    private static PetitionForm Company => Whole with { Kind = PetitionerKind.Organisation, Name = "天津虚构管件有限公司", CreditCode = "91120104MA00000230" };

    [Fact]
    public void An_organisation_needs_no_identity_number() => Assert.Empty(Form.Check(Company with { Phone = null }, Streets, online: true, Today));

    [Fact]
    public void Somebody_may_act_for_the_petitioner() => Assert.Empty(Form.Check(
        Whole with { Agent = new(AgentKind.Agent, "李某", "13000000002", "2026年2月1日的授权委托书，代为提出、接收文书") }, Streets, online: true, Today));

    [Fact]
    public void Nothing_is_missing() => Assert.Empty(Form.Check(Whole, Streets, online: true, Today));

    public static TheoryData<string, string, string> Faults { get; } = new()
    {
        { "no name", "petitioner.name", "《信访工作条例》第十九条第一款" },
        { "no address", "petitioner.address", "《信访工作条例》第十九条第一款" },
        { "neither phone nor number", "petitioner.phone", "《信访工作条例》第十九条第一款" },
        { "wrong phone", "petitioner.phone", "《信访工作条例》第十九条第一款" },
        { "wrong identity number", "petitioner.idNumber", "《信访工作条例》第十九条第一款" },
        { "short subject", "subject", "《信访工作条例》第十九条第一款" },
        { "long subject", "subject", "《信访工作条例》第十九条第一款" },
        { "short facts", "facts", "《信访工作条例》第十九条第一款" },
        { "no claims", "claims", "《信访工作条例》第十九条第一款" },
        { "eleven claims", "claims", "《信访工作条例》第十九条第一款" },
        { "empty claim", "claims[1]", "《信访工作条例》第十九条第一款" },
        { "unknown street", "street", "《信访工作条例》第二十条第四款" },
        { "tomorrow", "happenedOn", "《信访工作条例》第十九条第一款" },
        { "not declared true", "truthful", "《信访工作条例》第十九条第二款" },
        { "old privacy notice", "privacyVersion", "《个人信息保护法》第十七条" },
        { "accusation", "category", "《信访工作条例》第三十条" },
        { "anonymous with a name", "petitioner.anonymous", "《信访工作条例》第十九条第一款" },
        { "wrong credit code", "petitioner.creditCode", "《信访工作条例》第十九条第一款" },
        { "a person with a credit code", "petitioner.creditCode", "《信访工作条例》第十九条第一款" },
        { "an organisation with an identity number", "petitioner.idNumber", "《信访工作条例》第十九条第一款" },
        { "agent without authority", "agent.authority", "《民法典》第一百六十五条" },
        { "guardian without relation", "agent.authority", "《民法典》第二十三条" },
        { "helper without consent", "agent.consent", "《个人信息保护法》第十三条" },
        { "a second agent without a scope", "furtherAgents[0].scope", "《民法典》第一百六十五条" },
        { "a second agent without a term", "furtherAgents[0].until", "《民法典》第一百六十五条" },
        { "an agent whose term is over", "agent.until", "《民法典》第一百六十五条" },
        { "three agents", "furtherAgents", "《民法典》第一百六十五条" },
        { "nobody as a second agent", "furtherAgents[0]", "《信访工作条例》第十九条第一款" },
        { "agent without a name", "agent.name", "《信访工作条例》第十九条第一款" },
    };

    internal static PetitionForm With(string what) => what switch
    {
        "no name" => Whole with { Name = " " },
        "no address" => Whole with { Address = null },
        "neither phone nor number" => Whole with { Phone = null },
        "wrong phone" => Whole with { Phone = "12345" },
        "wrong identity number" => Whole with { IdNumber = "120104199003074516" },
        "short subject" => Whole with { Subject = "水" },
        "long subject" => Whole with { Subject = new string('水', 81) },
        "short facts" => Whole with { Facts = "漏水了" },
        "no claims" => Whole with { Claims = [] },
        "eleven claims" => Whole with { Claims = [.. Enumerable.Repeat("修好主管道", 11)] },
        "empty claim" => Whole with { Claims = ["修好主管道", ""] },
        "unknown street" => Whole with { Street = "120104099" },
        "tomorrow" => Whole with { HappenedOn = Today.AddDays(1) },
        "not declared true" => Whole with { Truthful = false },
        "old privacy notice" => Whole with { PrivacyVersion = "2020-01" },
        "accusation" => Whole with { Category = Category.Accusation },
        "anonymous with a name" => Whole with { Anonymous = true },
        "wrong credit code" => Company with { CreditCode = "91120104MA00000231" },
        "a person with a credit code" => Whole with { CreditCode = "91120104MA00000230" },
        "an organisation with an identity number" => Company with { IdNumber = "120104199003074515" },
        "agent without authority" => Whole with { Agent = new(AgentKind.Agent, "李某") },
        "guardian without relation" => Whole with { Agent = new(AgentKind.Guardian, "李某") },
        "helper without consent" => Whole with { Agent = new(AgentKind.Helper, "李某") },
        "a second agent without a scope" => Whole with { Agent = Acting, FurtherAgents = [Acting with { Name = "王某", Scope = null }] },
        "a second agent without a term" => Whole with { Agent = Acting, FurtherAgents = [Acting with { Name = "王某", Until = null }] },
        "an agent whose term is over" => Whole with { Agent = Acting with { Until = Today.AddDays(-1) } },
        "three agents" => Whole with { Agent = Acting, FurtherAgents = [Acting, Acting] },
        "nobody as a second agent" => Whole with { Agent = Acting, FurtherAgents = [null] },
        "agent without a name" => Whole with { Agent = new(AgentKind.Helper, " ", Consent: true) },
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static AgentForm Acting => new(AgentKind.Agent, "李某", "13000000002", "2026年2月1日的授权委托书", Scope: "提出、补充材料", Until: Today);

    [Theory, MemberData(nameof(Faults))]
    [Rule("A-06"), Rule("A-07"), Rule("C-11")]
    public void Each_fault_names_its_field_and_article(string what, string field, string basis)
    {
        var fault = Assert.Single(Form.Check(With(what), Streets, online: true, Today));
        Assert.Equal((field, basis), (fault.Field, fault.Basis.ToString()));
        Assert.NotEmpty(fault.Message);
    }

    [Fact, Rule("C-18")]
    public void An_anonymous_petition_needs_no_name() =>
        Assert.Empty(Form.Check(Whole with { Anonymous = true, Name = null, Phone = null, Address = null }, Streets, online: true, Today));

    [Fact]
    public void At_the_counter_no_declarations_are_asked() =>
        Assert.Empty(Form.Check(Whole with { Truthful = null, PrivacyVersion = null, Category = Category.Accusation }, Streets, online: false, Today));

    [Theory, InlineData("130 0000 0001", "13000000001"), InlineData("022-0000 0001", "02200000001"), InlineData("12000000000", null), InlineData("abc", null), InlineData("", null)]
    public void A_telephone_number_is_kept_in_digits(string typed, string? kept) => Assert.Equal(kept, Form.Phone(typed));
}
