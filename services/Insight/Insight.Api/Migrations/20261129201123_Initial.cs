using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Xinfang.Insight.Api.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alarm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    known_by = table.Column<string>(type: "text", nullable: true),
                    known_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alarm_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    alarm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alarm_round",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cell",
                columns: table => new
                {
                    book = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    dimension = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    counts = table.Column<long[]>(type: "bigint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell", x => new { x.book, x.basis, x.organ, x.dimension, x.month, x.value });
                });

            migrationBuilder.CreateTable(
                name: "compliance_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    rectification = table.Column<string>(type: "text", nullable: true),
                    rectified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compliance_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counted_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    formulas = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counted_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "export_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "governance_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    chair = table.Column<string>(type: "text", nullable: false),
                    organs = table.Column<List<string>>(type: "text[]", nullable: false),
                    agenda = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    decisions = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_governance_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "governance_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    by_leader = table.Column<bool>(type: "boolean", nullable: false),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    pillar = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    business = table.Column<string>(type: "text", nullable: true),
                    milestones = table.Column<string>(type: "jsonb", nullable: false),
                    urgings = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    reported_by = table.Column<string>(type: "text", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_soon_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_governance_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    route = table.Column<string>(type: "text", nullable: false),
                    caller = table.Column<string>(type: "text", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.key, x.route, x.caller });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    endpoint = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.endpoint });
                });

            migrationBuilder.CreateTable(
                name: "mechanism",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    evaluate_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evaluations = table.Column<string>(type: "jsonb", nullable: false),
                    overdue_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mechanism", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "petition_fact",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    events = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    exchanged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    category = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true),
                    organ = table.Column<string>(type: "text", nullable: true),
                    @sealed = table.Column<bool>(name: "sealed", type: "boolean", nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    repeat = table.Column<bool>(type: "boolean", nullable: false),
                    repeat_of = table.Column<Guid>(type: "uuid", nullable: true),
                    echo = table.Column<bool>(type: "boolean", nullable: false),
                    forward_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    routed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    declined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_in_time = table.Column<bool>(type: "boolean", nullable: true),
                    supported = table.Column<int>(type: "integer", nullable: false),
                    explained = table.Column<int>(type: "integer", nullable: false),
                    not_supported = table.Column<int>(type: "integer", nullable: false),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_in_time = table.Column<bool>(type: "boolean", nullable: true),
                    closing_level = table.Column<string>(type: "text", nullable: true),
                    root_cause = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extensions = table.Column<int>(type: "integer", nullable: false),
                    simple = table.Column<bool>(type: "boolean", nullable: false),
                    simple_left = table.Column<bool>(type: "boolean", nullable: false),
                    contacted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contacted_in_time = table.Column<bool>(type: "boolean", nullable: true),
                    mediation = table.Column<string>(type: "text", nullable: true),
                    enforcement_left = table.Column<int>(type: "integer", nullable: false),
                    enforcement_done = table.Column<int>(type: "integer", nullable: false),
                    defects = table.Column<int>(type: "integer", nullable: false),
                    rating_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    office_score = table.Column<string>(type: "text", nullable: true),
                    organ_score = table.Column<string>(type: "text", nullable: true),
                    review = table.Column<string>(type: "text", nullable: true),
                    recheck = table.Column<string>(type: "text", nullable: true),
                    supervisions = table.Column<int>(type: "integer", nullable: false),
                    supervisions_closed = table.Column<int>(type: "integer", nullable: false),
                    supervisions_closed_in_time = table.Column<int>(type: "integer", nullable: false),
                    proposals = table.Column<int>(type: "integer", nullable: false),
                    proposals_answered = table.Column<int>(type: "integer", nullable: false),
                    proposals_answered_in_time = table.Column<int>(type: "integer", nullable: false),
                    proposals_adopted = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    chases = table.Column<int>(type: "integer", nullable: false),
                    overdue_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petition_fact", x => x.petition_id);
                });

            migrationBuilder.CreateTable(
                name: "publishing_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    where = table.Column<string>(type: "text", nullable: true),
                    due_soon_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publishing_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "record",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    article = table.Column<string>(type: "text", nullable: true),
                    facts = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    span = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    snapshot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_by = table.Column<string>(type: "text", nullable: false),
                    drafted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sent_late = table.Column<bool>(type: "boolean", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_late = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_by = table.Column<string>(type: "text", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_snapshot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_snapshot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "round_fact",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    exchanged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    category = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    assigned = table.Column<bool>(type: "boolean", nullable: false),
                    notice_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    noticed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contested_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contest_agreed = table.Column<bool>(type: "boolean", nullable: true),
                    ended = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_fact", x => new { x.petition_id, x.round });
                });

            migrationBuilder.CreateTable(
                name: "stale_month",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stale_month", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "study_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    hours = table.Column<decimal>(type: "numeric(5,1)", precision: 5, scale: 1, nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "told",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told", x => x.message_id);
                });

            migrationBuilder.CreateTable(
                name: "warning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    street = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true),
                    organ = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    bell_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    owner_duty = table.Column<string>(type: "text", nullable: false),
                    escalated = table.Column<bool>(type: "boolean", nullable: false),
                    escalated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_by = table.Column<string>(type: "text", nullable: true),
                    taken_organ = table.Column<string>(type: "text", nullable: true),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: true),
                    action = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alarm_cleared_at_id",
                table: "alarm",
                columns: new[] { "cleared_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_alarm_code_subject",
                table: "alarm",
                columns: new[] { "code", "subject" },
                unique: true,
                filter: "cleared_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_alarm_message_alarm_id",
                table: "alarm_message",
                column: "alarm_id");

            migrationBuilder.CreateIndex(
                name: "ix_alarm_message_next_at",
                table: "alarm_message",
                column: "next_at",
                filter: "sent_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_cell_basis_month",
                table: "cell",
                columns: new[] { "basis", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_compliance_check_on_id",
                table: "compliance_check",
                columns: new[] { "on", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_governance_meeting_on_id",
                table: "governance_meeting",
                columns: new[] { "on", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_governance_task_meeting_id",
                table: "governance_task",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_governance_task_organ_year",
                table: "governance_task",
                columns: new[] { "organ", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_governance_task_remind_on",
                table: "governance_task",
                column: "remind_on",
                filter: "remind_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_governance_task_year_due_on_id",
                table: "governance_task",
                columns: new[] { "year", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_expires_at",
                table: "idempotency",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_handled_at",
                table: "inbox",
                column: "handled_at");

            migrationBuilder.CreateIndex(
                name: "ix_mechanism_evaluate_on",
                table: "mechanism",
                column: "evaluate_on",
                filter: "evaluate_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mechanism_title_id",
                table: "mechanism",
                columns: new[] { "title", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_fact_due_on_petition_id",
                table: "petition_fact",
                columns: new[] { "due_on", "petition_id" },
                filter: "not closed");

            migrationBuilder.CreateIndex(
                name: "ix_petition_fact_exchanged_on_petition_id",
                table: "petition_fact",
                columns: new[] { "exchanged_on", "petition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_fact_number",
                table: "petition_fact",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_petition_fact_received_on_petition_id",
                table: "petition_fact",
                columns: new[] { "received_on", "petition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_fact_registered_on_petition_id",
                table: "petition_fact",
                columns: new[] { "registered_on", "petition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_fact_repeat_of",
                table: "petition_fact",
                column: "repeat_of",
                filter: "repeat");

            migrationBuilder.CreateIndex(
                name: "ix_publishing_item_year_due_on_id",
                table: "publishing_item",
                columns: new[] { "year", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_publishing_item_year_rule",
                table: "publishing_item",
                columns: new[] { "year", "rule" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_record_petition_id_seq",
                table: "record",
                columns: new[] { "petition_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_from_id",
                table: "report",
                columns: new[] { "from", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_report_kind_from_until",
                table: "report",
                columns: new[] { "kind", "from", "until" },
                unique: true,
                filter: "status <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_round_fact_exchanged_on",
                table: "round_fact",
                column: "exchanged_on");

            migrationBuilder.CreateIndex(
                name: "ix_round_fact_received_on",
                table: "round_fact",
                column: "received_on");

            migrationBuilder.CreateIndex(
                name: "ix_round_fact_registered_on",
                table: "round_fact",
                column: "registered_on");

            migrationBuilder.CreateIndex(
                name: "ix_study_entry_on_id",
                table: "study_entry",
                columns: new[] { "on", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_told_online",
                table: "told",
                column: "sent_at",
                filter: "type = 'Intake.V1.PetitionRegistered' and body like '%\"channel\":\"Online\"%'");

            migrationBuilder.CreateIndex(
                name: "ix_told_petition_id_sent_at_position",
                table: "told",
                columns: new[] { "petition_id", "sent_at", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_told_sent_at",
                table: "told",
                column: "sent_at",
                filter: "type = 'Intake.V1.HotTopicFound'");

            migrationBuilder.CreateIndex(
                name: "ix_told_type",
                table: "told",
                column: "type",
                filter: "type in ('Outreach.V1.DutyChanged', 'Outreach.V1.ActivityHeld', 'Training.V1.CourseHeld', 'Training.V1.ExamPassed', 'Training.V1.CoachingStarted', 'Training.V1.CoachingEnded', 'Training.V1.ObligationOverdue')");

            migrationBuilder.CreateIndex(
                name: "ix_warning_due_on",
                table: "warning",
                column: "due_on",
                filter: "status = 'New' and not escalated");

            migrationBuilder.CreateIndex(
                name: "ix_warning_key",
                table: "warning",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_warning_organ_raised_at_id",
                table: "warning",
                columns: new[] { "organ", "raised_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_warning_raised_at_id",
                table: "warning",
                columns: new[] { "raised_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_warning_rule_subject_raised_on",
                table: "warning",
                columns: new[] { "rule", "subject", "raised_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alarm");

            migrationBuilder.DropTable(
                name: "alarm_message");

            migrationBuilder.DropTable(
                name: "alarm_round");

            migrationBuilder.DropTable(
                name: "cell");

            migrationBuilder.DropTable(
                name: "compliance_check");

            migrationBuilder.DropTable(
                name: "counted_state");

            migrationBuilder.DropTable(
                name: "export_note");

            migrationBuilder.DropTable(
                name: "governance_meeting");

            migrationBuilder.DropTable(
                name: "governance_task");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "mechanism");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "petition_fact");

            migrationBuilder.DropTable(
                name: "publishing_item");

            migrationBuilder.DropTable(
                name: "record");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "report_snapshot");

            migrationBuilder.DropTable(
                name: "round_fact");

            migrationBuilder.DropTable(
                name: "stale_month");

            migrationBuilder.DropTable(
                name: "study_entry");

            migrationBuilder.DropTable(
                name: "told");

            migrationBuilder.DropTable(
                name: "warning");
        }
    }
}
