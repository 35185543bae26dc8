using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xinfang.Outreach.Api.Migrations
{
    /// <inheritdoc />
    public partial class LibraryAndScreens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "material",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    latest = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    @public = table.Column<int>(name: "public", type: "integer", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "play",
                columns: table => new
                {
                    screen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    player = table.Column<string>(type: "text", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    milliseconds = table.Column<int>(type: "integer", nullable: false),
                    cut = table.Column<bool>(type: "boolean", nullable: false),
                    lost = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_play", x => new { x.screen_id, x.player, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "play_day",
                columns: table => new
                {
                    screen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    plays = table.Column<int>(type: "integer", nullable: false),
                    milliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_play_day", x => new { x.screen_id, x.day, x.item_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "player",
                columns: table => new
                {
                    screen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    next = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_player", x => new { x.screen_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "quiz_count",
                columns: table => new
                {
                    material_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    session = table.Column<string>(type: "text", nullable: false),
                    phase = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<int>(type: "integer", nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    right = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiz_count", x => new { x.material_id, x.version, x.session, x.phase, x.question });
                });

            migrationBuilder.CreateTable(
                name: "quiz_session",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    material_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiz_session", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "quiz_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiz_sheet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "screen",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    retired = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screen", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "screen_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    screen_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    material_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    daily_from = table.Column<int>(type: "integer", nullable: true),
                    daily_until = table.Column<int>(type: "integer", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screen_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "material_version",
                columns: table => new
                {
                    material_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    writers = table.Column<List<string>>(type: "text[]", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    checked_by = table.Column<string>(type: "text", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    released_by = table.Column<string>(type: "text", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_because = table.Column<string>(type: "text", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true),
                    withdrawn_by = table.Column<string>(type: "text", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_version", x => new { x.material_id, x.number });
                    table.ForeignKey(
                        name: "fk_material_version_material_material_id",
                        column: x => x.material_id,
                        principalTable: "material",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_material_changed_at_id",
                table: "material",
                columns: new[] { "changed_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_material_slug",
                table: "material",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_material_valid_from_id",
                table: "material",
                columns: new[] { "valid_from", "id" },
                descending: new bool[0],
                filter: "public is not null");

            migrationBuilder.CreateIndex(
                name: "ix_play_screen_id_started_at_player_seq",
                table: "play",
                columns: new[] { "screen_id", "started_at", "player", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_quiz_count_session",
                table: "quiz_count",
                column: "session");

            migrationBuilder.CreateIndex(
                name: "ix_quiz_session_activity_id",
                table: "quiz_session",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_quiz_session_from_code",
                table: "quiz_session",
                columns: new[] { "from", "code" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_quiz_sheet_at",
                table: "quiz_sheet",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_quiz_sheet_session_at",
                table: "quiz_sheet",
                columns: new[] { "session", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_screen_key",
                table: "screen",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_screen_item_screen_id_place",
                table: "screen_item",
                columns: new[] { "screen_id", "place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "material_version");

            migrationBuilder.DropTable(
                name: "play");

            migrationBuilder.DropTable(
                name: "play_day");

            migrationBuilder.DropTable(
                name: "player");

            migrationBuilder.DropTable(
                name: "quiz_count");

            migrationBuilder.DropTable(
                name: "quiz_session");

            migrationBuilder.DropTable(
                name: "quiz_sheet");

            migrationBuilder.DropTable(
                name: "screen");

            migrationBuilder.DropTable(
                name: "screen_item");

            migrationBuilder.DropTable(
                name: "material");
        }
    }
}
