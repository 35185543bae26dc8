namespace Xinfang.Intake.Domain;

/// <summary>为了什么按人找: 查有没有重复, 本人来问, 办理, 督查, 审计.</summary>
public enum SearchPurpose { Repeat, Inquiry, Handling, Supervision, Audit }
