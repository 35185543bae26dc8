using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Xinfang.Intake.Api.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Its rows have a month now; whoever has none is written anew by the index's own job.
            migrationBuilder.Sql("delete from matter");

            migrationBuilder.CreateTable(
                name: "search_due",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grams = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_terms", x => x.petition_id);
                    table.ForeignKey(
                        name: "fk_search_terms_dossier_petition_id",
                        column: x => x.petition_id,
                        principalTable: "dossier",
                        principalColumn: "petition_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_petition_category",
                table: "petition",
                column: "category");

            migrationBuilder.CreateIndex(
                name: "ix_petition_channel",
                table: "petition",
                column: "channel");

            migrationBuilder.CreateIndex(
                name: "ix_petition_received_on",
                table: "petition",
                column: "received_on");

            migrationBuilder.CreateIndex(
                name: "ix_petition_status",
                table: "petition",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_petition_street",
                table: "petition",
                column: "street");

            migrationBuilder.CreateIndex(
                name: "ix_search_terms_grams",
                table: "search_terms",
                column: "grams")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", "off");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_due");

            migrationBuilder.DropTable(
                name: "search_terms");

            migrationBuilder.DropIndex(
                name: "ix_petition_category",
                table: "petition");

            migrationBuilder.DropIndex(
                name: "ix_petition_channel",
                table: "petition");

            migrationBuilder.DropIndex(
                name: "ix_petition_received_on",
                table: "petition");

            migrationBuilder.DropIndex(
                name: "ix_petition_status",
                table: "petition");

            migrationBuilder.DropIndex(
                name: "ix_petition_street",
                table: "petition");
        }
    }
}
