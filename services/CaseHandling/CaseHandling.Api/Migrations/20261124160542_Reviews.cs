using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.CaseHandling.Api.Migrations
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_after_end",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    care_file = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_after_end", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    respondent = table.Column<string>(type: "text", nullable: false),
                    handling_organ = table.Column<string>(type: "text", nullable: false),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opinion_number = table.Column<string>(type: "text", nullable: false),
                    opinion_served_on = table.Column<DateOnly>(type: "date", nullable: false),
                    claim_count = table.Column<int>(type: "integer", nullable: false),
                    electronic_service = table.Column<bool>(type: "boolean", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    postmarked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    in_time = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    officer = table.Column<string>(type: "text", nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    issued_id = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_number = table.Column<string>(type: "text", nullable: true),
                    excluded_days = table.Column<int>(type: "integer", nullable: false),
                    started_terms = table.Column<string>(type: "jsonb", nullable: false),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    next_term = table.Column<string>(type: "text", nullable: true),
                    watch_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    review_file = table.Column<byte[]>(type: "bytea", nullable: false),
                    stand_aside = table.Column<List<string>>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_review_body_status_next_due_on_id",
                table: "review",
                columns: new[] { "body", "status", "next_due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_opinion_id_level",
                table: "review",
                columns: new[] { "opinion_id", "level" },
                unique: true,
                filter: "status <> 'Rejected'");

            migrationBuilder.CreateIndex(
                name: "ix_review_petition_id",
                table: "review",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_watch_on",
                table: "review",
                column: "watch_on",
                filter: "watch_on is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_after_end");

            migrationBuilder.DropTable(
                name: "review");
        }
    }
}
