namespace Xinfang.Intake.Domain;

public static partial class Form
{
    /// <summary>One or two by authority, as before a court (民事诉讼法 61, by analogy).</summary>
    public const int MostAgents = 2;

    /// <summary>Agents, guardians and helpers together.</summary>
    public const int MostActing = 4;

    private static void CheckAgents(PetitionForm form, DateOnly today, List<Fault> faults)
    {
        var agents = form.Agents;
        if (agents.Count > MostActing) { faults.Add(new("furtherAgents", $"代办的人最多{MostActing}个。", WrittenAuthority)); return; }
        if (agents.Count(agent => agent?.Kind is AgentKind.Agent) > MostAgents)
            faults.Add(new("furtherAgents", $"委托代理人最多{MostAgents}个。", WrittenAuthority));
        for (var i = 0; i < agents.Count; i++)
        {
            // The first has a field of its own; those beside it are counted from 0.
            var field = form.Agent is null ? $"furtherAgents[{i}]" : i == 0 ? "agent" : $"furtherAgents[{i - 1}]";
            if (agents[i] is { } agent) CheckAgent(agent, field, agents.Count > 1, form, today, faults);
            else faults.Add(new(field, "请写代办人的姓名。", Writing));
        }
    }

    private static void CheckAgent(AgentForm agent, string field, bool several, PetitionForm form, DateOnly today, List<Fault> faults)
    {
        if (!Enum.IsDefined(agent.Kind)) { faults.Add(new($"{field}.kind", "请选是代理人、监护人，还是只代填。", Writing)); return; }
        if (form.Anonymous) { faults.Add(new(field, "匿名的没有代理人；要人代办，请写明本人是谁。", Writing)); return; }
        if (!Has(agent.Name, 1, 50)) faults.Add(new($"{field}.name", "请写代办人的姓名，最多50个字。", Writing));
        if (!string.IsNullOrWhiteSpace(agent.Phone) && Phone(agent.Phone) is null) faults.Add(new($"{field}.phone", "代办人的电话号码不对。手机号是11位；固定电话要带区号。", Writing));
        if (agent.Authority?.Length > 300) faults.Add(new($"{field}.authority", "授权和关系，最多300个字。", WrittenAuthority));
        else if (agent.Kind is AgentKind.Agent && !Has(agent.Authority, 4, 300))
            faults.Add(new($"{field}.authority", "请写明授权委托书的日期，能代办哪些事。4到300个字。", WrittenAuthority));
        else if (agent.Kind is AgentKind.Guardian && !Has(agent.Authority, 2, 300))
            faults.Add(new($"{field}.authority", "请写明监护关系，例如：父亲、居委会指定。2到300个字。", Guardianship));
        if (agent.Kind is AgentKind.Helper && !agent.Consent) faults.Add(new($"{field}.consent", "代填要本人同意。请问过本人，再勾选。", Consent));
        CheckReach(agent, field, several, today, faults);
    }

    // 民法典 165: 代理事项、权限和期限. With one agent the letter says it; with several each needs it told apart.
    private static void CheckReach(AgentForm agent, string field, bool several, DateOnly today, List<Fault> faults)
    {
        var each = several && agent.Kind is AgentKind.Agent;
        if (agent.Scope?.Length > 300 || (each && !Has(agent.Scope, 2, 300))) faults.Add(new($"{field}.scope", "有几个人代办的，请分别写明各自能代办哪些事。2到300个字。", WrittenAuthority));
        if (agent.Until is { } until ? until < today : each) faults.Add(new($"{field}.until", "请写明代理到哪天，不能早于今天。", WrittenAuthority));
    }
}
