package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its pages show it.
 *
 * @param obstacle why the list cannot be imported as it was read
 * @param fileName of a file; null for pasted text and lists made by hand
 * @param group where students go whose line names none; null for a list made by hand, which has neither this nor a
 *     default day of purchase
 * @param groupName as it was called when the list was taken
 * @param lines all that were not blank; of a list that is being read, 0 until they are counted
 * @param read lines of a list that is being read that were written down
 * @param version to be sent back with a confirmation
 * @param undoes of an undo: the import it takes back
 * @param undoneFrom of an undo: when that import was made
 * @param undone whether it was taken back
 * @param listGone whether the list as it came was deleted by age
 * @param startedBy how the area names who handed the list in; null for somebody not of the area, as in the following
 */
public record ImportView(
        ImportId id,
        String kind,
        ImportState state,
        @Nullable Obstacle obstacle,
        @Nullable String fileName,
        @Nullable GroupId group,
        @Nullable String groupName,
        @Nullable LocalDate defaultAnchor,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int lines,
        int read,
        long version,
        Tally tally,
        ImportOptions options,
        Outcomes outcomes,
        int enrolled,
        @Nullable String startedBy,
        @Nullable String confirmedBy,
        @Nullable String cancelledBy,
        @Nullable ImportId undoes,
        @Nullable Instant undoneFrom,
        boolean undone,
        boolean listGone) {

    static ImportView of(ResultSet row, int number) throws SQLException {
        UUID group = row.getObject("group_id", UUID.class);
        String obstacle = row.getString("obstacle");
        return new ImportView(
                new ImportId(row.getObject("import_id", UUID.class)),
                row.getString("kind"),
                ImportState.valueOf(row.getString("state")),
                obstacle == null ? null : Obstacle.valueOf(obstacle),
                row.getString("file_name"),
                group == null ? null : new GroupId(group),
                row.getString("group_name"),
                row.getObject("default_anchor", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row, "confirmed_at"),
                moment(row, "started_at"),
                moment(row, "finished_at"),
                row.getInt("lines"),
                row.getInt("read_lines"),
                row.getLong("version"),
                new Tally(
                        row.getInt("new_students"),
                        row.getInt("new_staff"),
                        row.getInt("here"),
                        row.getInt("elsewhere"),
                        row.getInt("other_date")),
                new ImportOptions(
                        row.getBoolean("moves"),
                        row.getBoolean("redates"),
                        row.getBoolean("all_or_none"),
                        row.getBoolean("holds_mail")),
                new Outcomes(
                        row.getInt("imported"),
                        row.getInt("moved"),
                        row.getInt("redated"),
                        row.getInt("unchanged"),
                        row.getInt("refused"),
                        row.getInt("left_out"),
                        row.getInt("taken_out")),
                row.getInt("enrolled"),
                row.getString("starter"),
                row.getString("confirmer"),
                row.getString("canceller"),
                Optional.ofNullable(row.getObject("undoes", UUID.class))
                        .map(ImportId::new)
                        .orElse(null),
                moment(row, "undone_from"),
                row.getBoolean("undone"),
                row.getBoolean("list_gone"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** Whether it is over, be it that it was cancelled. */
    public boolean finished() {
        return state.isOver();
    }

    /** How long it ran, or null while it has not. */
    public @Nullable Duration duration() {
        return startedAt == null || finishedAt == null ? null : Duration.between(startedAt, finishedAt);
    }

    /** How many lines did something: brought somebody in, or took something back. */
    public int people() {
        return undoes == null ? outcomes.imported() : outcomes.takenOut() + outcomes.moved() + outcomes.redated();
    }

    /** Whether it can be taken back at a moment (product.md D21). */
    public boolean undoable(Instant now) {
        return undoes == null && finishedAt != null && now.isBefore(undoableUntil());
    }

    /** Until when it can be taken back; of one that is not over, null. */
    public @Nullable Instant undoableUntil() {
        return finishedAt == null ? null : finishedAt.plus(Import.UNDOABLE);
    }

    /** Until when it is kept if nobody confirms it. */
    public Instant previewUntil() {
        return createdAt.plus(ImportRetention.PREVIEWS);
    }

    /** Whether it stopped by itself, because a line was refused and it was to be all or none. */
    public boolean stoppedItself() {
        return state == ImportState.CANCELLED && options.allOrNone() && cancelledBy == null;
    }

    /** How its run goes, at a moment. */
    public Progress progress(Instant now) {
        return state == ImportState.READING
                ? Progress.of(read, lines, 0, null, now)
                : Progress.of(outcomes.settled(), lines, undoes == null ? lines - tally.good() : 0, startedAt, now);
    }
}
