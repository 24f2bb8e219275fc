package io.cohorte.imports;

import io.cohorte.groups.Reversal;
import io.cohorte.shared.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What undoing an import does to the person of one of its lines.
 *
 * @param line the import's
 * @param because codes of why somebody is kept, in alphabetic order; empty for all others
 * @param groupGone whether the former group is gone, so that the default takes its place
 * @param fromGroup of a student, like what follows; null for staff
 */
record UndoRow(
        int line,
        AccountId account,
        UndoEffect effect,
        List<String> because,
        boolean groupGone,
        @Nullable String fromGroup,
        @Nullable String toGroup,
        @Nullable LocalDate fromAnchor,
        @Nullable LocalDate toAnchor) {

    /** Taken back by an earlier undo that did not come to its end. */
    static final String UNDONE_BEFORE = "UNDONE_BEFORE";
    /** Who has lost the role, or was given it anew, since. */
    static final String ROLE_CHANGED = "ROLE_CHANGED";
    /** Whoever undoes may not take that role away. */
    static final String NOT_YOURS_TO_TAKE = "NOT_YOURS_TO_TAKE";

    static UndoRow of(int line, Reversal student) {
        UndoEffect effect =
                switch (student.effect()) {
                    case VANISHES, LEAVES -> UndoEffect.LEAVES;
                    case MOVES_BACK -> UndoEffect.MOVES_BACK;
                    case DATE_RETURNS -> UndoEffect.DATE_RETURNS;
                    case KEPT -> UndoEffect.KEPT;
                };
        boolean out = effect == UndoEffect.LEAVES;
        return new UndoRow(
                line,
                student.student(),
                effect,
                student.because().stream().map(Enum::name).sorted().toList(),
                student.formerGroupGone(),
                student.groupName(),
                out ? null : student.groupNameAfter(),
                student.anchor(),
                out ? null : student.anchorAfter());
    }

    static UndoRow roleEnds(int line, AccountId person) {
        return new UndoRow(line, person, UndoEffect.ROLE_ENDS, List.of(), false, null, null, null, null);
    }

    static UndoRow kept(int line, AccountId person, String because) {
        return new UndoRow(line, person, UndoEffect.KEPT, List.of(because), false, null, null, null, null);
    }
}
