package io.cohorte.demo;

import io.cohorte.shared.ProductRef;
import java.time.LocalDate;
import java.util.List;

/**
 * A product of the demo that waits for its students.
 *
 * @param today the present day in its zone
 * @param share of the students, compared to the other products
 * @param lists one a group
 */
record DemoProduct(ProductRef ref, LocalDate today, int share, List<PastedList> lists) implements Portion {}
