using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Identity.Api.Migrations
{
    /// <inheritdoc />
    public partial class Administration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "detail",
                table: "account_event",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "password_hash",
                table: "account",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<long>(
                name: "factor_last_step",
                table: "account",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[][]>(
                name: "factor_recovery_codes",
                table: "account",
                type: "bytea[]",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "factor_secret",
                table: "account",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "factor_set_at",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "former_passwords",
                table: "account",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "invitation_code_hash",
                table: "account",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "invitation_until",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "password_set_at",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "sessions_from",
                table: "account",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "account",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.CreateIndex(
                name: "ix_account_organ_name",
                table: "account",
                columns: new[] { "organ", "name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_account_organ_name",
                table: "account");

            migrationBuilder.DropColumn(
                name: "detail",
                table: "account_event");

            migrationBuilder.DropColumn(
                name: "factor_last_step",
                table: "account");

            migrationBuilder.DropColumn(
                name: "factor_recovery_codes",
                table: "account");

            migrationBuilder.DropColumn(
                name: "factor_secret",
                table: "account");

            migrationBuilder.DropColumn(
                name: "factor_set_at",
                table: "account");

            migrationBuilder.DropColumn(
                name: "former_passwords",
                table: "account");

            migrationBuilder.DropColumn(
                name: "invitation_code_hash",
                table: "account");

            migrationBuilder.DropColumn(
                name: "invitation_until",
                table: "account");

            migrationBuilder.DropColumn(
                name: "password_set_at",
                table: "account");

            migrationBuilder.DropColumn(
                name: "sessions_from",
                table: "account");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "account");

            migrationBuilder.AlterColumn<string>(
                name: "password_hash",
                table: "account",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
