package io.cohorte.lists;

import java.time.LocalDate;
import java.util.List;

/**
 * What a list shows of the order of its dates (product.md D16). Only days that exist count.
 *
 * @param order in which they are read
 * @param dayFirst dates that exist with the day first alone, such as 25/12/2018
 * @param monthFirst dates that exist with the month first alone, such as 10/23/2020
 * @param ambiguous dates that are another day in the other order, such as 02/03/2018
 * @param certain dates that are the same day in any order: ISO, or such as 01/01/2018
 * @param samples at most two dates as they stand in the list, ambiguous ones first, to be echoed in words
 */
public record DateFindings(
        DateOrder order,
        Basis basis,
        Occurrences dayFirst,
        Occurrences monthFirst,
        Occurrences ambiguous,
        Occurrences certain,
        List<Sample> samples) {

    public DateFindings {
        samples = List.copyOf(samples);
    }

    /** What the order rests on. */
    public enum Basis {
        /** No date depends on it. */
        NONE,
        /** The list itself shows it. */
        EVIDENT,
        /** The producer chose it; dates that do not fit are refused, line by line. */
        CHOSEN,
        /** The language suggests it and every date fits both: somebody has to confirm it. */
        ASSUMED,
        /** Some dates fit one order alone and some the other, whatever was chosen: the list is to be refused. */
        CONTRADICTORY
    }

    /**
     * How many lines there are of a kind.
     *
     * @param lines the numbers of the first few
     */
    public record Occurrences(int count, List<Integer> lines) {

        public Occurrences {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A date of the list.
     *
     * @param line counted from 1, blank lines included
     * @param text as it stands there
     * @param day as which it is read
     */
    public record Sample(int line, String text, LocalDate day) {}
}
