package io.cohorte.imports;

/** Why a line is refused. */
public enum ProblemCode {
    TOO_FEW_FIELDS,
    TOO_MANY_FIELDS,
    NO_NAME,
    NAME_TOO_LONG,
    BAD_EMAIL,
    SAME_EMAIL_ABOVE,
    NOT_A_DATE,
    NO_SUCH_DAY,
    DATE_IN_THE_FUTURE,
    DATE_TOO_OLD,
    BLOCKED,
    GROUP_GONE,
    MAY_NOT_GIVE_ROLE,
    PRODUCT_ARCHIVED
}
