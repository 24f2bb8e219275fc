package io.cohorte.shared;

/** What a handler may ask of its visitor. Which role has which is decided in {@code areas} alone. */
public enum Permission {
    /** Be signed in; asked where no area is concerned. */
    SIGNED_IN,
    /** Open an area; asked where no area is concerned. */
    OPEN_AREAS,
    /** Run the installation, as its operator alone does; asked where no area is concerned. */
    OPERATE,
    /** Area settings, owners and administrators, payment keys. */
    OWN_AREA,
    /** Other staff; products, groups, offers; imports; blocking and removing students. */
    MANAGE,
    /** Content, rules, files, the matrix. */
    EDIT_CONTENT,
    /** Students: list, page, move, new activation link. */
    SERVE_STUDENTS,
    /** Comments of all groups. */
    MODERATE,
    /** Be staff of the area at all: its home, its products, every page as staff. */
    READ_AS_STAFF
}
