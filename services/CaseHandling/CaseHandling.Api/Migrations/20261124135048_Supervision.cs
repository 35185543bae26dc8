using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.CaseHandling.Api.Migrations
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_package",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leader = table.Column<string>(type: "text", nullable: false),
                    assigned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    visits = table.Column<int>(type: "integer", nullable: false),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_package", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dispute_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organ = table.Column<string>(type: "text", nullable: false),
                    set_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ladder",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    told = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ladder", x => x.petition_id);
                });

            migrationBuilder.Sql("insert into ladder (petition_id, next_on, told) select id, '-infinity', '[]' from petition;");

            migrationBuilder.CreateTable(
                name: "letter_register",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_register", x => new { x.kind, x.year });
                });

            migrationBuilder.CreateTable(
                name: "measure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    imposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lifted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    called_by = table.Column<string>(type: "text", nullable: false),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    organs = table.Column<List<string>>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    addressee = table.Column<string>(type: "text", nullable: false),
                    drafted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    drafted_by = table.Column<string>(type: "text", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    adoption = table.Column<string>(type: "text", nullable: true),
                    overdue_told = table.Column<bool>(type: "boolean", nullable: false),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reception_day",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    leader = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<string>(type: "text", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    booked = table.Column<int>(type: "integer", nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    organs = table.Column<List<string>>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_day", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    term = table.Column<string>(type: "text", nullable: true),
                    strict_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    term_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    times = table.Column<int>(type: "integer", nullable: true),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    supervisor = table.Column<string>(type: "text", nullable: true),
                    letter_number = table.Column<string>(type: "text", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    pressings = table.Column<int>(type: "integer", nullable: false),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "violation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    fact = table.Column<string>(type: "text", nullable: false),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    found_by = table.Column<string>(type: "text", nullable: false),
                    corrected_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_violation", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_package_leader_status",
                table: "case_package",
                columns: new[] { "leader", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_case_package_next_on_id",
                table: "case_package",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_package_petition_id",
                table: "case_package",
                column: "petition_id",
                unique: true,
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_next_on_id",
                table: "follow_up",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_organ_status",
                table: "follow_up",
                columns: new[] { "organ", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_source_id",
                table: "follow_up",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_ladder_next_on_petition_id",
                table: "ladder",
                columns: new[] { "next_on", "petition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_next_on_id",
                table: "measure",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_organ_status",
                table: "measure",
                columns: new[] { "organ", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_next_on_id",
                table: "meeting",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_addressee_status",
                table: "proposal",
                columns: new[] { "addressee", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_next_on_id",
                table: "proposal",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_petition_id",
                table: "proposal",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_reception_day_next_on_id",
                table: "reception_day",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_day_on_status",
                table: "reception_day",
                columns: new[] { "on", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_next_on_id",
                table: "supervision",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_organ_status",
                table: "supervision",
                columns: new[] { "organ", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_petition_id_round_cause",
                table: "supervision",
                columns: new[] { "petition_id", "round", "cause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_violation_next_on_id",
                table: "violation",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_violation_organ_found_on",
                table: "violation",
                columns: new[] { "organ", "found_on" });

            migrationBuilder.CreateIndex(
                name: "ix_violation_petition_id",
                table: "violation",
                column: "petition_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_package");

            migrationBuilder.DropTable(
                name: "follow_up");

            migrationBuilder.DropTable(
                name: "ladder");

            migrationBuilder.DropTable(
                name: "letter_register");

            migrationBuilder.DropTable(
                name: "measure");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "proposal");

            migrationBuilder.DropTable(
                name: "reception_day");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.DropTable(
                name: "violation");
        }
    }
}
