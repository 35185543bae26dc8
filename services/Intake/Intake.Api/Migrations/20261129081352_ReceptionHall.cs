using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Intake.Api.Migrations
{
    /// <inheritdoc />
    public partial class ReceptionHall : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reception_window",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    account = table.Column<string>(type: "text", nullable: true),
                    organ = table.Column<string>(type: "text", nullable: false),
                    open_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_window", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "turn",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    window = table.Column<int>(type: "integer", nullable: true),
                    account = table.Column<string>(type: "text", nullable: true),
                    calls = table.Column<int>(type: "integer", nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    counsel_topic = table.Column<string>(type: "text", nullable: true),
                    leaflet = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn", x => x.id);
                    table.ForeignKey(
                        name: "fk_turn_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "turn_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_day", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "turn_company",
                columns: table => new
                {
                    turn_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_company", x => new { x.turn_id, x.organ });
                    table.ForeignKey(
                        name: "fk_turn_company_turns_turn_id",
                        column: x => x.turn_id,
                        principalTable: "turn",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "turn_note",
                columns: table => new
                {
                    turn_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_note", x => x.turn_id);
                    table.ForeignKey(
                        name: "fk_turn_note_turn_turn_id",
                        column: x => x.turn_id,
                        principalTable: "turn",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_turn_day_number",
                table: "turn",
                columns: new[] { "day", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_turn_petition_id",
                table: "turn",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_turn_queue",
                table: "turn",
                columns: new[] { "day", "priority", "queued_at" },
                filter: "status = 'Waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reception_window");

            migrationBuilder.DropTable(
                name: "turn_company");

            migrationBuilder.DropTable(
                name: "turn_day");

            migrationBuilder.DropTable(
                name: "turn_note");

            migrationBuilder.DropTable(
                name: "turn");
        }
    }
}
