package io.cohorte.lists;

/** What stands between the fields of a line; where two fit a list equally well, the first. */
public enum Separator {
    SEMICOLON(';'),
    TAB('\t'),
    COMMA(',');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }
}
