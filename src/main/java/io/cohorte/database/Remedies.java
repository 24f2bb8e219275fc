package io.cohorte.database;

/** What an operator can do, where several failures ask for the same. */
final class Remedies {

    static final String OTHER_FOLDER = "Give Cohorte a folder it may write to with cohorte.data (COHORTE_DATA).";

    static final String OTHER_SERVER =
            "name a PostgreSQL " + Binaries.MAJOR + " server with spring.datasource.url (SPRING_DATASOURCE_URL).";

    private Remedies() {}
}
