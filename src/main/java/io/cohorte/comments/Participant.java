package io.cohorte.comments;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import java.util.Optional;

/** Who reads and writes under a page, and as what. */
public sealed interface Participant {

    AccountId account();

    /** Whether somebody reads as staff, who see all groups. */
    default boolean isStaff() {
        return this instanceof Staff;
    }

    /** The only group whose comments are seen; empty for staff. */
    default Optional<GroupId> onlyGroup() {
        return this instanceof Student student
                ? Optional.of(student.group())
                : this instanceof Onlooker onlooker ? Optional.of(onlooker.group()) : Optional.empty();
    }

    /** Whether somebody wrote a comment by an account and as staff or not. */
    default boolean wrote(AccountId author, boolean byStaff) {
        return !(this instanceof Onlooker) && author.equals(account()) && byStaff == isStaff();
    }

    /** A student of the product, in the group they are in at this moment. */
    record Student(AccountId account, GroupId group) implements Participant {}

    /** Staff who look at what a group sees, as none of its students in particular. They write nothing. */
    record Onlooker(AccountId account, GroupId group) implements Participant {}

    /** Somebody of the area's staff, who sees all groups. */
    record Staff(AccountId account) implements Participant {}
}
