package bareboot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "areas")
class BareArea {

    @Id
    UUID areaId;
}
