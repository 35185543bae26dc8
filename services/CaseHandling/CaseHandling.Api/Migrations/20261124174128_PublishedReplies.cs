using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.CaseHandling.Api.Migrations
{
    /// <inheritdoc />
    public partial class PublishedReplies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "published_reply",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_reply", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_published_reply_organ_published_on_id",
                table: "published_reply",
                columns: new[] { "organ", "published_on", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_published_reply_petition_id",
                table: "published_reply",
                column: "petition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_reply_published_on_id",
                table: "published_reply",
                columns: new[] { "published_on", "id" },
                descending: new bool[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "published_reply");
        }
    }
}
