using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Training.Api.Migrations
{
    /// <inheritdoc />
    public partial class StudyAndNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_fact",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_fact", x => new { x.petition_id, x.organ, x.kind, x.code });
                });

            migrationBuilder.CreateTable(
                name: "hour_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<decimal>(type: "numeric(5,1)", precision: 5, scale: 1, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hour_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "need",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    signal = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "jsonb", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan = table.Column<string>(type: "jsonb", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trainee",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trainee", x => x.account);
                });

            migrationBuilder.CreateTable(
                name: "coaching_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    mentor = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    hours = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: false),
                    cases = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coaching_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_coaching_entry_needs_need_id",
                        column: x => x.need_id,
                        principalTable: "need",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_fact_on_kind_organ",
                table: "case_fact",
                columns: new[] { "on", "kind", "organ" });

            migrationBuilder.CreateIndex(
                name: "ix_coaching_entry_need_id",
                table: "coaching_entry",
                column: "need_id");

            migrationBuilder.CreateIndex(
                name: "ix_coaching_entry_on",
                table: "coaching_entry",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_hour_entry_account_source_reference",
                table: "hour_entry",
                columns: new[] { "account", "source", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hour_entry_reference",
                table: "hour_entry",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_hour_entry_account_year",
                table: "hour_entry",
                columns: new[] { "account", "year" })
                .Annotation("Npgsql:IndexInclude", new[] { "hours" });

            migrationBuilder.CreateIndex(
                name: "ix_hour_entry_year_organ_account",
                table: "hour_entry",
                columns: new[] { "year", "organ", "account" });

            migrationBuilder.CreateIndex(
                name: "ix_need_organ",
                table: "need",
                column: "organ");

            migrationBuilder.CreateIndex(
                name: "ix_need_organ_signal",
                table: "need",
                columns: new[] { "organ", "signal" },
                unique: true,
                filter: "state in ('Proposed', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "ix_need_state_id",
                table: "need",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_objection_account_id",
                table: "objection",
                columns: new[] { "account", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_objection_id",
                table: "objection",
                column: "id",
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_session_starts_at_id",
                table: "session",
                columns: new[] { "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_trainee_organ",
                table: "trainee",
                column: "organ");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_fact");

            migrationBuilder.DropTable(
                name: "coaching_entry");

            migrationBuilder.DropTable(
                name: "hour_entry");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "trainee");

            migrationBuilder.DropTable(
                name: "need");
        }
    }
}
