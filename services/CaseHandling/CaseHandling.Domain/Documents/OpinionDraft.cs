using System.Diagnostics.CodeAnalysis;

namespace Xinfang.CaseHandling.Domain;

/// <summary>起草, 审核, 签发, 用印, 送达, 作废: where a document stands.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "签发 is Signed; no number type is meant.")]
public enum DocumentState { Drafted, Checked, Signed, Stamped, Served, Withdrawn }

/// <summary>On whose desk the draft of the opinion lies.</summary>
public enum DraftDesk { Officer, Checker, Head }

/// <summary>Why a warning of the checks before signature does not stand in the way.</summary>
/// <param name="Rule">L02, L23 …</param>
/// <param name="Reason">In the officer's words.</param>
public sealed record WarningAnswer(string Rule, string Reason);

/// <summary>What the officer writes of an opinion; everything else of the document follows from the file.</summary>
public sealed record OpinionText(string Facts, IReadOnlyList<Claim> Claims, IReadOnlyList<WarningAnswer> Answers);

/// <summary>A remark with which the checker or the head has given the draft back.</summary>
public sealed record DraftRemark(int Version, string By, DateOnly On, string Text);

/// <summary>The draft of the opinion as it stands; earlier versions are kept beside it, each under its hash.</summary>
/// <param name="Version">1, 2, …</param>
/// <param name="Hash">SHA-256 of the version's text.</param>
/// <param name="Desk">Who has it now.</param>
/// <param name="By">Account that saved this version.</param>
/// <param name="SavedOn">When.</param>
/// <param name="Text">The text.</param>
/// <param name="CheckedBy">Account of the checker, once checked.</param>
/// <param name="CheckedOn">When.</param>
/// <param name="Remarks">All remarks, oldest first.</param>
public sealed record OpinionDraft(
    int Version, string Hash, DraftDesk Desk, string By, DateOnly SavedOn, OpinionText Text,
    string? CheckedBy, DateOnly? CheckedOn, IReadOnlyList<DraftRemark> Remarks);

/// <summary>作废 of an opinion that had been signed and not yet served.</summary>
public sealed record OpinionWithdrawal(DateOnly SignedOn, DateOnly WithdrawnOn, string By, string Reason);
