package io.cohorte.groups;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface MembershipRepository extends JpaRepository<Membership, MembershipKey> {

    /**
     * For commands on one student, which hold the product's groups for placing: of two about the same student the
     * second waits and sees what the first has done. Each locks one row, so none waits in a circle.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select it from Membership it where it.key = :key")
    Optional<Membership> findForChange(MembershipKey key);
}
