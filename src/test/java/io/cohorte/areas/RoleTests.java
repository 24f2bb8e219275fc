package io.cohorte.areas;

import static io.cohorte.shared.Permission.EDIT_CONTENT;
import static io.cohorte.shared.Permission.MANAGE;
import static io.cohorte.shared.Permission.MODERATE;
import static io.cohorte.shared.Permission.OWN_AREA;
import static io.cohorte.shared.Permission.READ_AS_STAFF;
import static io.cohorte.shared.Permission.SERVE_STUDENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.shared.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, written down a second time: a right that changes has to change here too. */
class RoleTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    Role           | OWN_AREA | MANAGE | EDIT_CONTENT | SERVE_STUDENTS | MODERATE | READ_AS_STAFF
                    OWNER          | x        | x      | x            | x              | x        | x
                    ADMINISTRATOR  | -        | x      | x            | x              | x        | x
                    CONTENT_EDITOR | -        | -      | x            | -              | -        | x
                    MODERATOR      | -        | -      | -            | -              | x        | x
                    SUPPORT        | -        | -      | -            | x              | -        | x
                    """)
    void mayDoWhatTheTableSays(
            Role role, String own, String manage, String edit, String serve, String moderate, String read) {
        may(role, OWN_AREA, own);
        may(role, MANAGE, manage);
        may(role, EDIT_CONTENT, edit);
        may(role, SERVE_STUDENTS, serve);
        may(role, MODERATE, moderate);
        may(role, READ_AS_STAFF, read);
    }

    @Test
    void areTheFiveOfTheTable() {
        assertThat(Role.values())
                .extracting(Role::name)
                .containsExactly("OWNER", "ADMINISTRATOR", "CONTENT_EDITOR", "MODERATOR", "SUPPORT");
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatConcernsNoAreaToTheAccount(Role role) {
        assertThat(role.permissions()).doesNotContain(Permission.SIGNED_IN, Permission.OPEN_AREAS, Permission.OPERATE);
    }

    @ParameterizedTest
    @EnumSource
    void isGivenAndTakenByOwnersAloneIfItIsOfOwnersOrAdministrators(Role role) {
        boolean high = role == Role.OWNER || role == Role.ADMINISTRATOR;

        assertThat(role.changedWith()).isEqualTo(high ? OWN_AREA : MANAGE);
    }

    private static void may(Role role, Permission permission, String mark) {
        assertThat(role.permissions().contains(permission))
                .as("%s: %s", role, permission)
                .isEqualTo(mark.equals("x"));
    }
}
