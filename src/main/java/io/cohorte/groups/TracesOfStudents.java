package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Knows of one kind of traces that students leave. Each room whose pages students use has one. */
public interface TracesOfStudents {

    /**
     * Who of some students has left traces since an import reached them, and which. Asked for thousands at once, within
     * the transaction that takes the others back.
     *
     * @param touched each student once
     * @return without those who left none
     */
    Map<AccountId, Set<Trace>> since(ProductRef product, Collection<Touch> touched);
}
