using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Outreach.Api.Migrations
{
    /// <inheritdoc />
    public partial class JointWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "activity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    duty_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: true),
                    forms = table.Column<List<string>>(type: "text[]", nullable: false),
                    street = table.Column<string>(type: "text", nullable: false),
                    community = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    audiences = table.Column<List<string>>(type: "text[]", nullable: false),
                    staff = table.Column<List<string>>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    attendance = table.Column<int>(type: "integer", nullable: true),
                    useful = table.Column<int>(type: "integer", nullable: true),
                    not_useful = table.Column<int>(type: "integer", nullable: true),
                    summary = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    theme = table.Column<string>(type: "text", nullable: false),
                    legal_texts = table.Column<string>(type: "text", nullable: false),
                    goal = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    target = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    proposed_for_year = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counselled",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    street = table.Column<string>(type: "text", nullable: true),
                    topic = table.Column<string>(type: "text", nullable: true),
                    leaflet = table.Column<string>(type: "text", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counselled", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    legal_text = table.Column<string>(type: "text", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    measures = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    report = table.Column<string>(type: "text", nullable: true),
                    reported_by = table.Column<string>(type: "text", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "heat",
                columns: table => new
                {
                    street = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    petitions = table.Column<int>(type: "integer", nullable: false),
                    repeats = table.Column<int>(type: "integer", nullable: false),
                    echoes = table.Column<int>(type: "integer", nullable: false),
                    declined = table.Column<int>(type: "integer", nullable: false),
                    diverted = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_heat", x => new { x.month, x.street, x.category });
                });

            migrationBuilder.CreateTable(
                name: "petition_fact",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    category = table.Column<string>(type: "text", nullable: true),
                    classified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    organ = table.Column<string>(type: "text", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    repeat = table.Column<bool>(type: "boolean", nullable: false),
                    echo = table.Column<bool>(type: "boolean", nullable: false),
                    repeat_said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    declined = table.Column<bool>(type: "boolean", nullable: false),
                    diverted = table.Column<bool>(type: "boolean", nullable: false),
                    @sealed = table.Column<bool>(name: "sealed", type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petition_fact", x => x.petition_id);
                });

            migrationBuilder.CreateTable(
                name: "recommendation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    signal = table.Column<string>(type: "text", nullable: false),
                    street = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    window_from = table.Column<DateOnly>(type: "date", nullable: false),
                    window_until = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    among = table.Column<int>(type: "integer", nullable: false),
                    elsewhere_count = table.Column<int>(type: "integer", nullable: false),
                    elsewhere_among = table.Column<int>(type: "integer", nullable: false),
                    expected = table.Column<double>(type: "double precision", nullable: false),
                    ratio = table.Column<double>(type: "double precision", nullable: false),
                    low = table.Column<double>(type: "double precision", nullable: false),
                    high = table.Column<double>(type: "double precision", nullable: false),
                    false_share = table.Column<double>(type: "double precision", nullable: false),
                    year_before = table.Column<int>(type: "integer", nullable: true),
                    forms = table.Column<List<string>>(type: "text[]", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultation_count",
                columns: table => new
                {
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_count", x => new { x.activity_id, x.topic });
                    table.ForeignKey(
                        name: "fk_consultation_count_activity_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activity",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jpeg = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_photo", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_photo_activity_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activity",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "material_issue",
                columns: table => new
                {
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    issued = table.Column<int>(type: "integer", nullable: false),
                    returned = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_issue", x => new { x.activity_id, x.kind });
                    table.ForeignKey(
                        name: "fk_material_issue_activity_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activity",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organiser",
                columns: table => new
                {
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organiser", x => new { x.activity_id, x.organ });
                    table.ForeignKey(
                        name: "fk_organiser_activity_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activity",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_activity_campaign_id",
                table: "activity",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_duty_item_id",
                table: "activity",
                column: "duty_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_on_id",
                table: "activity",
                columns: new[] { "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_street_on",
                table: "activity",
                columns: new[] { "street", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_campaign_from_id",
                table: "campaign",
                columns: new[] { "from", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_campaign_proposed_for_year",
                table: "campaign",
                column: "proposed_for_year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_counselled_on",
                table: "counselled",
                column: "on")
                .Annotation("Npgsql:IndexInclude", new[] { "street", "topic", "leaflet", "people" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_item_organ_year",
                table: "duty_item",
                columns: new[] { "organ", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_item_remind_on",
                table: "duty_item",
                column: "remind_on",
                filter: "remind_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_duty_item_year_due_on_id",
                table: "duty_item",
                columns: new[] { "year", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_photo_activity_id",
                table: "evidence_photo",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_organiser_organ_asked_on_activity_id",
                table: "organiser",
                columns: new[] { "organ", "asked_on", "activity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_fact_received_on",
                table: "petition_fact",
                column: "received_on",
                filter: "not sealed")
                .Annotation("Npgsql:IndexInclude", new[] { "street", "category", "repeat", "echo", "declined", "diverted", "channel", "organ" });

            migrationBuilder.CreateIndex(
                name: "ix_recommendation_signal_street_category_window_until",
                table: "recommendation",
                columns: new[] { "signal", "street", "category", "window_until" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recommendation_window_until_id",
                table: "recommendation",
                columns: new[] { "window_until", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaign");

            migrationBuilder.DropTable(
                name: "consultation_count");

            migrationBuilder.DropTable(
                name: "counselled");

            migrationBuilder.DropTable(
                name: "duty_item");

            migrationBuilder.DropTable(
                name: "evidence_photo");

            migrationBuilder.DropTable(
                name: "heat");

            migrationBuilder.DropTable(
                name: "material_issue");

            migrationBuilder.DropTable(
                name: "organiser");

            migrationBuilder.DropTable(
                name: "petition_fact");

            migrationBuilder.DropTable(
                name: "recommendation");

            migrationBuilder.DropTable(
                name: "activity");
        }
    }
}
