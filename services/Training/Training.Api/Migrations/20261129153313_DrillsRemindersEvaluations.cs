using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Training.Api.Migrations
{
    /// <inheritdoc />
    public partial class DrillsRemindersEvaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Texts change between plain and encrypted; SQL has no key for it. Objections of before are not carried over.
            migrationBuilder.Sql("delete from objection");

            migrationBuilder.DropIndex(
                name: "ix_need_organ_signal",
                table: "need");

            migrationBuilder.DropColumn(name: "text", table: "objection");

            migrationBuilder.AddColumn<byte[]>(name: "text", table: "objection", type: "bytea", nullable: false, defaultValue: Array.Empty<byte>());

            migrationBuilder.DropColumn(name: "answer", table: "objection");

            migrationBuilder.AddColumn<byte[]>(name: "answer", table: "objection", type: "bytea", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "account",
                table: "need",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "drill_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    script = table.Column<string>(type: "text", nullable: false),
                    @case = table.Column<string>(name: "case", type: "jsonb", nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: true),
                    percent = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drill_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evaluated",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluated", x => new { x.session_id, x.account });
                    table.ForeignKey(
                        name: "fk_evaluated_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_count",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_count", x => new { x.session_id, x.question, x.score });
                    table.ForeignKey(
                        name: "fk_evaluation_count_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder", x => new { x.account, x.kind, x.reference, x.stage });
                });

            migrationBuilder.CreateTable(
                name: "told",
                columns: table => new
                {
                    what = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told", x => new { x.what, x.reference });
                });

            migrationBuilder.CreateIndex(
                name: "ix_need_account",
                table: "need",
                column: "account",
                filter: "account is not null");

            migrationBuilder.CreateIndex(
                name: "ix_need_organ_signal_account",
                table: "need",
                columns: new[] { "organ", "signal", "account" },
                unique: true,
                filter: "state in ('Proposed', 'Accepted')")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_drill_run_account_id",
                table: "drill_run",
                columns: new[] { "account", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_drill_run_account_script",
                table: "drill_run",
                columns: new[] { "account", "script" },
                unique: true,
                filter: "finished_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_evaluated_account",
                table: "evaluated",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_due_on",
                table: "reminder",
                column: "due_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Texts change between plain and encrypted; SQL has no key for it. Objections of before are not carried over.
            migrationBuilder.Sql("delete from objection");

            migrationBuilder.DropTable(
                name: "drill_run");

            migrationBuilder.DropTable(
                name: "evaluated");

            migrationBuilder.DropTable(
                name: "evaluation_count");

            migrationBuilder.DropTable(
                name: "reminder");

            migrationBuilder.DropTable(
                name: "told");

            migrationBuilder.DropIndex(
                name: "ix_need_account",
                table: "need");

            migrationBuilder.DropIndex(
                name: "ix_need_organ_signal_account",
                table: "need");

            migrationBuilder.DropColumn(
                name: "account",
                table: "need");

            migrationBuilder.DropColumn(name: "text", table: "objection");

            migrationBuilder.AddColumn<string>(name: "text", table: "objection", type: "text", nullable: false, defaultValue: "");

            migrationBuilder.DropColumn(name: "answer", table: "objection");

            migrationBuilder.AddColumn<string>(name: "answer", table: "objection", type: "text", nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_need_organ_signal",
                table: "need",
                columns: new[] { "organ", "signal" },
                unique: true,
                filter: "state in ('Proposed', 'Accepted')");
        }
    }
}
