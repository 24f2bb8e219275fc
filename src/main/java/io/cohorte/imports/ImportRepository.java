package io.cohorte.imports;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ImportRepository extends JpaRepository<Import, ImportKey> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select it from Import it where it.key = :key")
    Optional<Import> findForChange(ImportKey key);
}
