package io.cohorte.demo;

import io.cohorte.demo.Names.Name;
import java.util.Random;

/** What people called so put before the {@code @}: {@code maria.fernandez87}, {@code jpsilva}, {@code ana_costa}. */
final class LocalParts {

    private static final int OLDEST = 1955;
    private static final int AGES = 52;

    private final Random random;
    private final String first;
    private final String initials;
    private final String surname;

    LocalParts(Name first, Name surname, Random random) {
        this.random = random;
        this.first = first.bare();
        this.initials = first.initials();
        this.surname = surname.bare();
    }

    /** One that was there before the crowd. */
    String usual() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> first + "." + surname;
            case 2 -> first + "." + surname + twoDigits();
            case 3 -> initials + surname;
            case 4 -> first + "_" + surname;
            case 5 -> first + surname + twoDigits();
            case 6 -> surname + "." + first;
            case 7 -> initials + "." + surname + born();
            default -> first + "-" + surname;
        };
    }

    /** One for somebody whose first wish is another's already. */
    String numbered() {
        return (random.nextBoolean() ? first + "." : initials) + surname + random.nextInt(10_000);
    }

    private String twoDigits() {
        return String.valueOf(born()).substring(2);
    }

    private int born() {
        return OLDEST + random.nextInt(AGES);
    }
}
