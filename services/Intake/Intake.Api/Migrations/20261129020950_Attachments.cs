using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Intake.Api.Migrations
{
    /// <inheritdoc />
    public partial class Attachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    upload_key_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supplement = table.Column<int>(type: "integer", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attachment_address",
                table: "attachment",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_petition_id",
                table: "attachment",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_upload_key_hash",
                table: "attachment",
                column: "upload_key_hash");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_uploaded_at",
                table: "attachment",
                column: "uploaded_at",
                filter: "petition_id is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachment");
        }
    }
}
