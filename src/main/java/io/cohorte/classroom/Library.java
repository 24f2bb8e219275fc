package io.cohorte.classroom;

import io.cohorte.progress.ProgressQueries;
import io.cohorte.progress.Visits;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The products somebody has, with how far they came in each. */
@Service
public class Library {

    /** Of how many products it is worked out how far somebody came: those they were in last. */
    private static final int WITH_PROGRESS = 24;

    private final StudentProducts products;
    private final Classrooms classrooms;
    private final ProgressQueries progress;

    Library(StudentProducts products, Classrooms classrooms, ProgressQueries progress) {
        this.products = products;
        this.classrooms = classrooms;
        this.progress = progress;
    }

    /**
     * A product on the shelf.
     *
     * @param done pages done, of the total
     * @param total 0 where there are none, or nobody worked it out
     */
    public record Book(StudentProduct product, int done, int total) {}

    /**
     * One statement for the products and one for what was done in them, and two for each product whose pages or rules
     * changed since anybody looked.
     */
    public List<Book> of(AccountId student) {
        List<StudentProduct> owned = products.of(student);
        List<ProductId> latest = owned.stream()
                .limit(WITH_PROGRESS)
                .filter(it -> it.standing().isLive())
                .map(it -> it.ref().id())
                .toList();
        Map<ProductId, Visits> visits = progress.of(latest, student);
        return owned.stream().map(it -> book(it, visits)).toList();
    }

    private Book book(StudentProduct product, Map<ProductId, Visits> visits) {
        Visits done = visits.get(product.ref().id());
        if (done == null) {
            return new Book(product, 0, 0);
        }
        Course course = classrooms.course(product.seat(), done);
        return new Book(product, course.done(), course.total());
    }
}
