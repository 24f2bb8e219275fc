package io.cohorte.areas;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AreaRepository extends JpaRepository<Area, UUID> {}
