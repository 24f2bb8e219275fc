package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door for reads of what taking an import back would do to students. */
@Service
public class ReversalQueries {

    private final ReversalFinder finder;

    ReversalQueries(ReversalFinder finder) {
        this.finder = finder;
    }

    /**
     * What {@link Reversals#takeBackAll} would do at this moment.
     *
     * @param reference the import
     */
    public List<Reversal> of(ProductRef product, UUID reference, Collection<AccountId> students) {
        return finder.of(
                product, reference, students.stream().map(AccountId::value).toArray(UUID[]::new));
    }
}
