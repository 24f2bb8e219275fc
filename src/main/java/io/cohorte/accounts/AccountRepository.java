package io.cohorte.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    Account save(Account account);

    Account saveAndFlush(Account account);
}
