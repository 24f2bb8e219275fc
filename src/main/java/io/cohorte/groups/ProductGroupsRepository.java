package io.cohorte.groups;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ProductGroupsRepository extends JpaRepository<ProductGroups, UUID> {

    /** For commands that change the groups or the default: nobody else does at the same time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select it from ProductGroups it where it.productId = :product")
    Optional<ProductGroups> findForChange(UUID product);

    /** For commands that place people: the groups stay as they are until the command is done. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select it from ProductGroups it where it.productId = :product")
    Optional<ProductGroups> findForPlacing(UUID product);
}
