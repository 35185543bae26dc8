using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.CaseHandling.Api.Migrations
{
    /// <inheritdoc />
    public partial class OpinionDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "draft_desk",
                table: "petition",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signed_by",
                table: "document",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "document",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "withdrawn_on",
                table: "document",
                type: "date",
                nullable: true);

            migrationBuilder.Sql("update document set state = case when served_on is null then 'Stamped' else 'Served' end");

            migrationBuilder.CreateTable(
                name: "draft_version",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_version", x => new { x.petition_id, x.version });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draft_version");

            migrationBuilder.DropColumn(
                name: "draft_desk",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "signed_by",
                table: "document");

            migrationBuilder.DropColumn(
                name: "state",
                table: "document");

            migrationBuilder.DropColumn(
                name: "withdrawn_on",
                table: "document");
        }
    }
}
