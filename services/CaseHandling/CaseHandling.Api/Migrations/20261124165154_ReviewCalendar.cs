using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.CaseHandling.Api.Migrations
{
    /// <inheritdoc />
    public partial class ReviewCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "projected_with",
                table: "review",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.Sql("update review set projected_with = '' where next_term is not null");

            migrationBuilder.CreateIndex(
                name: "ix_review_projected_with_id",
                table: "review",
                columns: new[] { "projected_with", "id" },
                filter: "projected_with is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_review_projected_with_id",
                table: "review");

            migrationBuilder.DropColumn(
                name: "projected_with",
                table: "review");
        }
    }
}
