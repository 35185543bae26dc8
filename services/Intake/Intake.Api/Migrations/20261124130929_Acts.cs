using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Intake.Api.Migrations
{
    /// <inheritdoc />
    public partial class Acts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "chases",
                table: "petition",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "escalations",
                table: "petition",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_chased_on",
                table: "petition",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "messages",
                table: "petition",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "chase",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: true),
                    term = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chase", x => new { x.petition_id, x.number });
                    table.ForeignKey(
                        name: "fk_chase_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organs = table.Column<List<string>>(type: "text[]", nullable: false),
                    common_superior = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute", x => x.petition_id);
                    table.ForeignKey(
                        name: "fk_dispute_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "escalation",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    learned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation", x => new { x.petition_id, x.number });
                    table.ForeignKey(
                        name: "fk_escalation_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incident",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident", x => x.id);
                    table.ForeignKey(
                        name: "fk_incident_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reply_strict_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reply_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reply = table.Column<byte[]>(type: "bytea", nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replied_by = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => new { x.petition_id, x.number });
                    table.ForeignKey(
                        name: "fk_message_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "own_answer",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    running = table.Column<Guid>(type: "uuid", nullable: true),
                    diversion = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_answer", x => x.petition_id);
                    table.ForeignKey(
                        name: "fk_own_answer_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    representatives = table.Column<int>(type: "integer", nullable: false),
                    oral = table.Column<bool>(type: "boolean", nullable: false),
                    step_up_organ = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participants", x => x.petition_id);
                });

            migrationBuilder.CreateTable(
                name: "retaliation_complaint",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    measure = table.Column<byte[]>(type: "bytea", nullable: true),
                    measured_by = table.Column<string>(type: "text", nullable: true),
                    measured_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retaliation_complaint", x => x.id);
                    table.ForeignKey(
                        name: "fk_retaliation_complaint_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "withdrawal",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_withdrawal", x => x.petition_id);
                    table.ForeignKey(
                        name: "fk_withdrawal_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_step",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    strict_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_step", x => new { x.petition_id, x.level });
                    table.ForeignKey(
                        name: "fk_dispute_step_dispute_petition_id",
                        column: x => x.petition_id,
                        principalTable: "dispute",
                        principalColumn: "petition_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_words",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_words", x => new { x.petition_id, x.number });
                    table.ForeignKey(
                        name: "fk_dispute_words_dispute_petition_id",
                        column: x => x.petition_id,
                        principalTable: "dispute",
                        principalColumn: "petition_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "escalation_copy",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_copy", x => new { x.petition_id, x.number, x.recipient });
                    table.ForeignKey(
                        name: "fk_escalation_copy_escalation_petition_id_number",
                        columns: x => new { x.petition_id, x.number },
                        principalTable: "escalation",
                        principalColumns: new[] { "petition_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "escalation_receiver",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    receiver = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_receiver", x => new { x.petition_id, x.number, x.recipient });
                    table.ForeignKey(
                        name: "fk_escalation_receiver_escalation_petition_id_number",
                        columns: x => new { x.petition_id, x.number },
                        principalTable: "escalation",
                        principalColumns: new[] { "petition_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "escalation_words",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_words", x => new { x.petition_id, x.number });
                    table.ForeignKey(
                        name: "fk_escalation_words_escalation_petition_id_number",
                        columns: x => new { x.petition_id, x.number },
                        principalTable: "escalation",
                        principalColumns: new[] { "petition_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incident_step",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    response = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_step", x => new { x.incident_id, x.number });
                    table.ForeignKey(
                        name: "fk_incident_step_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incident",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incident_words",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_words", x => new { x.incident_id, x.step });
                    table.ForeignKey(
                        name: "fk_incident_words_incident_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incident",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_incident_petition_id",
                table: "incident",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_retaliation_complaint_petition_id",
                table: "retaliation_complaint",
                column: "petition_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chase");

            migrationBuilder.DropTable(
                name: "dispute_step");

            migrationBuilder.DropTable(
                name: "dispute_words");

            migrationBuilder.DropTable(
                name: "escalation_copy");

            migrationBuilder.DropTable(
                name: "escalation_receiver");

            migrationBuilder.DropTable(
                name: "escalation_words");

            migrationBuilder.DropTable(
                name: "incident_step");

            migrationBuilder.DropTable(
                name: "incident_words");

            migrationBuilder.DropTable(
                name: "message");

            migrationBuilder.DropTable(
                name: "own_answer");

            migrationBuilder.DropTable(
                name: "participants");

            migrationBuilder.DropTable(
                name: "retaliation_complaint");

            migrationBuilder.DropTable(
                name: "withdrawal");

            migrationBuilder.DropTable(
                name: "dispute");

            migrationBuilder.DropTable(
                name: "escalation");

            migrationBuilder.DropTable(
                name: "incident");

            migrationBuilder.DropColumn(
                name: "chases",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "escalations",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "last_chased_on",
                table: "petition");

            migrationBuilder.DropColumn(
                name: "messages",
                table: "petition");
        }
    }
}
