namespace Xinfang.Law.Tests;

/// <summary>A rule of the handbook and who keeps it.</summary>
/// <param name="Id">A-01 to A-66 are the Regulation's, C-01 to C-26 those beside it, P-01 to P-06 how days are counted.</param>
/// <param name="Article">Where it stands.</param>
/// <param name="What">The rule in our own words.</param>
/// <param name="Code">Types or members that keep it, as the sources name them.</param>
/// <param name="Instead">Who does it where no test does: people, or a service that is still to come. A test makes this line unnecessary.</param>
internal sealed record Rule(string Id, string Article, string What, string[] Code, string? Instead = null);

/// <summary>
/// All rules, in order. To add what a rule is kept by: mark the test <c>[Rule("A-42")]</c>, name the code here, drop the line
/// <c>Instead</c>, and run <c>Law.Tests</c> with <c>APPROVE=1</c>.
/// </summary>
internal static class Rules
{
    private const string NotYet = "not yet in the program: ";

    public static readonly IReadOnlyList<Rule> All =
    [
        // 提出
        new("A-01", "17", "Five forms of petition, an open list: online, letter, telephone, fax, visit.", ["Channel"]),
        new("A-02", "18", "The office publishes its channels, address, hours and how to ask about progress.", ["ReceptionDay", "PetitionRegulations.Publicity"]),
        new("A-03", "18", "Leaders read letters, receive visitors, go down to them and take charge of prominent matters.", ["ReceptionDay", "CasePackage", "MeasureReceptions"]),
        new("A-04", "18", "Districts keep a joint reception where several organs sit together.", ["ReceptionDay"]),
        new("A-05", "18, 46(6)", "Nobody may retaliate against a petitioner.", ["ComplainOfRetaliation", "MeasureRetaliation", "PetitionRegulations.Retaliation"]),
        new("A-06", "19¶1", "In writing as a rule, with name, address, request, facts and reasons; oral ones are recorded.", ["Form"]),
        new("A-07", "19¶2", "The petitioner answers for the truth of what is submitted.", ["Form"]),
        new("A-08", "19¶3", "A matter under way below is not accepted above; the petitioner is told where it is.", ["LinkPetition", "PetitionRegulations.HigherLevelBar"]),
        new("A-09", "20¶1", "A visit goes to the organ with power or one level above; a step-up visit is flagged and guided, not dropped.", ["RegisterPetition", "PetitionRegulations.VisitPlace"]),
        new("A-10", "20¶2", "A visit for judicial relief is guided to the political-legal body.", ["DivertPetition", "PetitionRegulations.LitigationVisit"]),
        new("A-11", "20¶3", "Several people with a common matter on a visit elect at most five representatives.", ["Form", "PetitionRegulations.Representatives"]),
        new("A-12", "20¶4", "Matters are received and settled where they arise.", ["Organs"]),
        new("A-13", "21", "Every petition is entered promptly; its petitioner can ask about it and rate it.", ["SubmitPetition", "RegisterPetition", "ReadProgress", "RatePetition"]),
        // 登记、转送、交办、受理
        new("A-14", "22", "The office registers, and forwards or assigns within 15 days of receipt.", ["Terms.Forwarding", "ForwardPetition"]),
        new("A-15", "22(1)", "What is within the power of the district's own organs is forwarded to them.", ["ForwardPetition"]),
        new("A-16", "22(2)", "What concerns a lower organ is forwarded to the one with power.", ["ForwardPetition", "Organs"]),
        new("A-17", "22(3)", "Important matters are assigned with a period and a report is demanded.", ["AssignPetition", "Terms.AssignmentReport"]),
        new("A-18", "22¶2", "Letters on litigation go to the political-legal body; visitors are guided.", ["RoutingTable", "DivertPetition", "PetitionRegulations.ForwardingToPoliticalLegal"]),
        new("A-19", "22¶2", "Accusations go to the disciplinary organ.", ["PetitionRegulations.ForwardingToDiscipline"]),
        new("A-20", "23¶1", "An organ that receives a matter directly tells receipt, road and procedure, or passes it on.", ["PetitionRegulations.DirectReceipt"], "people: departments enter what they receive directly at the office's counter; their own counters are not connected"),
        new("A-21", "23¶2", "A direct petition is answered on the spot in writing where possible, else within 15 days.", ["SubmitPetition", "RegisterPetition"]),
        new("A-22", "23¶3", "A forwarded matter is answered in writing within 15 days of receipt.", ["Terms.Notice", "AcceptPetition", "DeclinePetition"]),
        new("A-23", "23¶3", "Not within its power: the organ contests within 5 working days with detailed reasons.", ["Terms.Contest", "ContestAssignment", "DecideContestation"]),
        new("A-24", "23¶4", "Political-legal and disciplinary organs give notice by their own rules.", ["Petition.StartingTerms"]),
        new("A-25", "24¶1", "Organs in dispute negotiate; then the common superior decides; then the joint conference.", ["OpenDispute", "DecideDispute", "PetitionRegulations.JurisdictionDispute"]),
        new("A-26", "24¶2", "For an organ that was split, merged or abolished its successor receives.", ["Organs", "PetitionRegulations.Succession"]),
        new("A-27", "25¶1", "Grave and urgent matters are reported at once to the Party committee, the government and the competent organ.", ["EscalatePetition", "PetitionRegulations.Escalation"]),
        new("A-28", "25¶2", "At the same time to the next higher petition office and the National Public Complaints and Proposals Administration.", ["AcknowledgeEscalation", "PetitionRegulations.EscalationUpwards"]),
        new("A-29", "26", "Six kinds of conduct are forbidden.", ["NoteIncident", "PetitionRegulations.Order"]),
        // 办理
        new("A-30", "27", "Reasonable claims are settled, unreasonable ones explained, hardship helped, unlawful acts dealt with by law.", ["Closing", "CompletePetition"]),
        new("A-31", "28¶1, ¶2", "No shirking, perfunctoriness or delay; litigation and petition are kept apart.", ["DeadlineWatch"]),
        new("A-32", "28¶3", "Staff with a direct interest stand aside.", ["RecuseOfficer", "NameConcernedPeople", "HandOverPetition", "ClaimPetition"]),
        new("A-33", "29", "Suggestions are studied, adopted or not, and answered.", ["Terms.SuggestionReply", "StudySuggestion", "AnswerSuggestion", "CarryOutAdoption", "RewardSuggestion", "Terms.Adoption"]),
        new("A-34", "30", "Accusations go the disciplinary way and never reach the accused.", ["Petition.IsSealed", "VerifyAccusation", "TransferAccusation", "InformOrganisation", "TellAccusationResult"]),
        new("A-35", "31", "Redress has six roads; which one is decided before acceptance.", ["Routes", "DeclinePetition"]),
        new("A-36", "31(6)", "On the sixth road the petitioner is heard, facts are looked into, an opinion is issued.", ["HearStatement", "DraftOpinion", "SignOpinion", "CallHearing", "HoldHearing"]),
        new("A-37", "32", "The opinion states claims, facts and reasons, outcome and basis.", ["DraftOpinion", "SignOpinion"]),
        new("A-38", "34", "A matter of article 31(6) is finished within 60 days of acceptance.", ["Terms.Completion", "AcceptPetition"]),
        new("A-39", "34", "The head may extend by at most 30 days in all; the petitioner is told why.", ["ExtensionLedger", "GrantExtension", "ServeExtension"]),
        new("A-40", "32¶2", "Supported claims are executed, rejected ones explained.", ["PlanEnforcement", "EnforceOpinion", "RefuseEnforcement", "Terms.Enforcement"]),
        new("A-41", "33", "With both sides' consent a matter is mediated or settled, in writing.", ["ConsentToMediation", "MediatePetition", "AgreeInMediation", "FailMediation"]),
        new("A-42", "35", "A review is asked for within 30 days of receiving the opinion.", ["Terms.ReviewRequest", "RequestReview"]),
        new("A-43", "35", "The review opinion is given within 30 days of the request.", ["Terms.Review", "DecideReview"]),
        new("A-44", "36¶1", "A recheck is asked for within 30 days of receiving the review opinion.", ["Terms.RecheckRequest", "RequestReview"]),
        new("A-45", "36¶1-2", "The recheck opinion is given within 30 days; the days of a hearing do not count.", ["Terms.Recheck", "PetitionRegulations.RecheckHearing", "HearReview"]),
        new("A-46", "36¶3", "After the recheck the same facts and reasons are not accepted again.", ["PetitionRegulations.FinalBar", "BarPetition", "CareAfterEnd"]),
        new("A-47", "37", "Several means are linked to settle; hardship is helped.", ["TakeMeasure", "Closing"]),
        // 督查、建议、报告、追责
        new("A-48", "38", "Special inspections give feedback and report important problems.", ["PetitionRegulations.Inspection"], "people: inspections are planned and held outside the program; what they find becomes a supervision"),
        new("A-49", "39¶1", "Petition work is appraised every year.", ["PetitionRegulations.Appraisal", "ScorecardDraft"]),
        new("A-50", "39¶3", "For poor work the joint conference talks to, names, lists or sets terms to the organ.", ["Measure", "ImposeMeasure"]),
        new("A-51", "40¶1", "Breaches of procedure, shirking, delay, fraud and refusal to execute are supervised.", ["Supervision", "Triggers", "WarningLadder"]),
        new("A-52", "40", "The office proposes: to improve work, to improve policy, to hold to account.", ["Proposal", "IssueProposal"]),
        new("A-53", "40¶4", "The addressee answers in writing what was adopted.", ["Proposal", "Terms.ProposalFeedback"]),
        new("A-54", "41", "The office reports every year.", ["PetitionRegulations.AnnualReport", "PetitionsDraft"]),
        new("A-55", "41¶2", "The office supplies information to inspection bodies.", ["ExportTable", "ExportNote"]),
        new("A-56", "42", "Four causes of petitions are dealt with strictly.", ["RootCause", "CompletePetition"]),
        new("A-57", "43", "An office that does not register, forward, assign or supervise is corrected.", ["ViolationCode", "RecordViolation"]),
        new("A-58", "44", "Receiving organs answer for not registering, refusing, not giving notice.", ["ViolationCode", "RecordViolation"]),
        new("A-59", "45", "Deciding organs answer for shirking, lateness, not supporting what is founded.", ["ViolationCode", "RecordViolation"]),
        new("A-60", "46", "Staff answer for seven faults, among them leaking and retaliation.", ["ViolationCode", "RecordViolation"]),
        new("A-61", "47¶1-2", "Petitioners who break the order are dissuaded, criticised, educated; disorder is the police's.", ["RespondToIncident", "PetitionRegulations.PetitionerLiability"]),
        new("A-62", "47¶3", "Fabrication is the police's to find; the program never labels a petitioner.", ["PetitionRegulations.PetitionerLiability"], "people: the police; the program has no field for it"),
        new("A-63", "14", "The functions of a petition office are the scope of the program.", ["Duty"]),
        new("A-64", "16", "A trained, professional team.", ["Question", "Exam", "Need"]),
        new("A-65", "13, 7", "A joint conference in the district, and in streets where wanted.", ["Meeting", "HoldMeeting"]),
        new("A-66", "15", "Small matters are settled where they arise; social forces take part.", ["ClosingLevel", "CompletePetition"]),
        // 简易办理
        new("C-01", "简易办理 4", "Only first petitions that are clear, small, urgent for daily life or already promised.", ["SimpleAdmission", "ChooseSimpleProcedure"]),
        new("C-02", "简易办理 5", "Not for articles 31(1)-(5), assigned, likely rejected, joint or complex matters.", ["SimpleAdmission"]),
        new("C-03", "简易办理", "The organ with power decides whether a matter is simple.", ["ChooseSimpleProcedure"]),
        new("C-04", "简易办理", "Passed on within 1 working day.", ["Terms.SimpleForward"], "people: whether a petition is simple is for the competent organ to say (C-03), once the office has passed it on; the office is counted by article 22"),
        new("C-05", "简易办理", "Accepted or declined within 3 working days.", ["Terms.SimpleAccept", "SimpleAdmission"]),
        new("C-06", "简易办理", "Answered within 10 working days of acceptance.", ["Terms.SimpleComplete", "SimpleAdmission"]),
        new("C-07", "简易办理", "Told online or by telephone unless paper is wanted.", ["ServeOpinion", "SimpleChoice"]),
        new("C-08", "简易办理", "Switched to the ordinary procedure its clock is the ordinary one from the first dates.", ["LeaveSimpleProcedure"]),
        new("C-09", "简易办理", "Misuse is punished.", [], "people: the head of the organ and the office, by articles 44 and 45"),
        // 网上办理
        new("C-10", "网上办理 4", "All five forms are entered objectively, accurately, promptly.", ["RegisterPetition"]),
        new("C-11", "网上办理 5", "What a registration holds, the history of earlier petitions included.", ["Form"]),
        new("C-12", "网上办理 5", "With visitors what was registered is read back and confirmed.", ["Form"], "people: the clerk reads it back; the printed receipt is signed at the counter"),
        new("C-13", "网上办理 6", "The 15 days of article 22 again.", ["Terms.Forwarding"]),
        new("C-14", "公开", "The petitioner sees every date: registered, forwarded, received, accepted, extended, decided, served.", ["ReadProgress", "Story"]),
        new("C-15", "公开", "A query code, printed or sent.", ["QueryCode"]),
        new("C-16", "网上办理", "Inside an organ: claimed, notified, answered, reviewed, served.", ["Flow"]),
        new("C-17", "网上办理", "The 15 days are shared among levels.", [], "people: a district has one level between the petitioner and the organ; the program counts the whole 15 days"),
        new("C-18", "实名", "Web petitions are under a real name as a rule.", ["Form"]),
        // 满意度评价
        new("C-20", "满意度 2", "The office and the organ are both rated.", ["RatePetition"]),
        new("C-21", "满意度", "First-time matters are rated; litigation and sealed ones are not.", ["Petition.Rate"]),
        new("C-22", "满意度", "Who handled first publishes and is rated.", ["RatePetition"]),
        new("C-23", "满意度", "Satisfied, fairly satisfied, dissatisfied; silence is none of them.", ["RatePetition"]),
        new("C-24", "满意度", "A window of 30 days, a policy of the district.", ["Terms.RatingWindow"]),
        new("C-25", "满意度", "Results enter the appraisal; fraud is punished.", ["ScorecardDraft", "ViolationCode"]),
        new("C-26", "满意度", "Dissatisfaction says why and is called back; staff cannot rate; once.", ["RatePetition", "CallBackPetitioner"]),
        // 期间
        new("P-01", "民法典 201", "The day of the event is not counted.", ["LegalCalendar.Due"]),
        new("P-02", "民法典 203", "A last day off moves to the next working day.", ["LegalCalendar.WorkingDayFrom"]),
        new("P-03", "民法典 1259", "Within a number of days includes the last.", ["LegalCalendar.Due"]),
        new("P-04", "by analogy", "The Regulation has no counting clause; the choice stands in one place.", ["LegalCalendar"]),
        new("P-05", "民诉法 85", "What was posted within the period is in time.", ["CivilProcedure.Periods", "RequestArrival"]),
        new("P-06", "复议法 88", "That 3, 5, 7 and 10 days are working days holds for administrative review only.", ["DayKind"]),
    ];
}
