package bareboot;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface BareAreas extends JpaRepository<BareArea, UUID> {}
