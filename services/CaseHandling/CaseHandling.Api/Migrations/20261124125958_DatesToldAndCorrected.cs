using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.CaseHandling.Api.Migrations
{
    /// <inheritdoc />
    public partial class DatesToldAndCorrected : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_petition_watch_on",
                table: "petition");

            migrationBuilder.AddColumn<string>(
                name: "projected_with",
                table: "petition",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    years = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "told_term",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    overdue = table.Column<bool>(type: "boolean", nullable: false),
                    strict_due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_term", x => new { x.petition_id, x.round, x.term, x.overdue, x.strict_due_on });
                });

            migrationBuilder.CreateIndex(
                name: "ix_petition_projected_with_id",
                table: "petition",
                columns: new[] { "projected_with", "id" },
                filter: "projected_with is not null");

            migrationBuilder.CreateIndex(
                name: "ix_petition_watch_on_id",
                table: "petition",
                columns: new[] { "watch_on", "id" },
                filter: "watch_on is not null");

            // Petitions of before are looked at once; those without a running date drop out again.
            migrationBuilder.Sql("update petition set projected_with = '' where status in ('Received', 'Contested', 'Accepted', 'Decided', 'Served')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar");

            migrationBuilder.DropTable(
                name: "told_term");

            migrationBuilder.DropIndex(
                name: "ix_petition_projected_with_id",
                table: "petition");

            migrationBuilder.DropIndex(
                name: "ix_petition_watch_on_id",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "projected_with",
                table: "petition");

            migrationBuilder.CreateIndex(
                name: "ix_petition_watch_on",
                table: "petition",
                column: "watch_on",
                filter: "watch_on is not null");
        }
    }
}
