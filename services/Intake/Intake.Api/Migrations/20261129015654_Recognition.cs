using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Xinfang.Intake.Api.Migrations
{
    /// <inheritdoc />
    public partial class Recognition : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "model_use",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    question = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_use", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "recognition_model",
                columns: table => new
                {
                    question = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    examples = table.Column<int>(type: "integer", nullable: false),
                    macro_f1 = table.Column<double>(type: "double precision", nullable: false),
                    accuracy = table.Column<double>(type: "double precision", nullable: false),
                    top2 = table.Column<double>(type: "double precision", nullable: false),
                    calibration_error = table.Column<double>(type: "double precision", nullable: false),
                    new_decisions = table.Column<int>(type: "integer", nullable: false),
                    right_on_new = table.Column<double>(type: "double precision", nullable: false),
                    former_right_on_new = table.Column<double>(type: "double precision", nullable: false),
                    labels = table.Column<string>(type: "jsonb", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognition_model", x => new { x.question, x.version });
                });

            migrationBuilder.CreateTable(
                name: "shown_proposal",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    shown_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shown_proposal", x => new { x.petition_id, x.question, x.version });
                    table.ForeignKey(
                        name: "fk_shown_proposal_dossier_petition_id",
                        column: x => x.petition_id,
                        principalTable: "dossier",
                        principalColumn: "petition_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_model_use_question_position",
                table: "model_use",
                columns: new[] { "question", "position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "model_use");

            migrationBuilder.DropTable(
                name: "recognition_model");

            migrationBuilder.DropTable(
                name: "shown_proposal");
        }
    }
}
