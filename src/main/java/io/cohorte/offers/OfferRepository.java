package io.cohorte.offers;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface OfferRepository extends JpaRepository<Offer, OfferKey> {

    List<Offer> findByKeyProductIdAndGroupId(UUID productId, UUID groupId);
}
