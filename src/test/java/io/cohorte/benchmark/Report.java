package io.cohorte.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a benchmark found: a table, then a line a case. */
final class Report {

    private final String name;
    private final String unit;
    private final List<Case> cases = new ArrayList<>();

    /** @param unit of all its figures, of which less is better */
    Report(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    private record Case(String name, double ours, double reference, double floor) {

        double ratio() {
            return reference / ours;
        }
    }

    static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double median(List<Double> figures) {
        return median(figures.stream().mapToDouble(it -> it).toArray());
    }

    /** @param floor the least its ratio may be */
    void add(String caseName, List<Double> ours, List<Double> reference, double floor) {
        cases.add(new Case(caseName, median(ours), median(reference), floor));
    }

    double ours(String caseName) {
        return cases.stream()
                .filter(it -> it.name().equals(caseName))
                .findAny()
                .orElseThrow()
                .ours();
    }

    /** Prints it all, and only then fails if a ratio is below its floor. */
    void print() {
        printWith("");
    }

    /** The same with something to be told between the table and the ratios. */
    void printWith(String aside) {
        StringBuilder text = new StringBuilder("\n");
        text.append(line("%-24s %14s %14s %8s %8s", name, "ours " + unit, "reference " + unit, "ratio", "floor"));
        cases.forEach(it -> text.append(
                line("%-24s %14.1f %14.1f %8.2f %8.2f", it.name(), it.ours(), it.reference(), it.ratio(), it.floor())));
        text.append(aside);
        cases.forEach(it -> text.append(line("ratio %s/%s = %.2f", name, it.name(), it.ratio())));
        System.out.println(text);
        assertThat(cases)
                .allSatisfy(it ->
                        assertThat(it.ratio()).as("%s/%s", name, it.name()).isGreaterThanOrEqualTo(it.floor()));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
