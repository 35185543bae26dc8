using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Outreach.Api.Migrations
{
    /// <inheritdoc />
    public partial class Guidance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "guidance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: true),
                    rectified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rectified_by = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guidance", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_guidance_on_id",
                table: "guidance",
                columns: new[] { "on", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_activity_held_on",
                table: "activity",
                column: "held_on");

            migrationBuilder.CreateIndex(
                name: "ix_quiz_session_until",
                table: "quiz_session",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_activity_held_on",
                table: "activity");

            migrationBuilder.DropIndex(
                name: "ix_quiz_session_until",
                table: "quiz_session");

            migrationBuilder.DropTable(
                name: "guidance");
        }
    }
}
