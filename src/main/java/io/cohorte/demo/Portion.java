package io.cohorte.demo;

import java.util.List;
import java.util.Random;

/** One of several among which people are shared out. */
interface Portion {

    /** How many land here, compared to the others. */
    int share();

    /** Picks one, the more often the greater its share. */
    static <T extends Portion> T pick(List<T> choices, Random random) {
        int point = random.nextInt(choices.stream().mapToInt(Portion::share).sum());
        for (T choice : choices) {
            point -= choice.share();
            if (point < 0) {
                return choice;
            }
        }
        throw new IllegalStateException("shares that do not add up");
    }
}
