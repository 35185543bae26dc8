using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.CaseHandling.Api.Migrations
{
    /// <inheritdoc />
    public partial class HandlingAndDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_contact_at",
                table: "petition",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "first_handler",
                table: "petition",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "handlers",
                table: "petition",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "received_at",
                table: "petition",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "repeat",
                table: "petition",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "simple",
                table: "petition",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "defect",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    officer = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_defect", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reply_sketch",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    sketch = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_sketch", x => x.document_id);
                });

            migrationBuilder.CreateTable(
                name: "sample_review",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewed_by = table.Column<string>(type: "text", nullable: false),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    defects = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sample_review", x => x.document_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_defect_found_on_organ",
                table: "defect",
                columns: new[] { "found_on", "organ" });

            migrationBuilder.CreateIndex(
                name: "ix_defect_petition_id",
                table: "defect",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_reply_sketch_organ_document_id",
                table: "reply_sketch",
                columns: new[] { "organ", "document_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "defect");

            migrationBuilder.DropTable(
                name: "reply_sketch");

            migrationBuilder.DropTable(
                name: "sample_review");

            migrationBuilder.DropColumn(
                name: "first_contact_at",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "first_handler",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "handlers",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "received_at",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "repeat",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "simple",
                table: "petition");
        }
    }
}
