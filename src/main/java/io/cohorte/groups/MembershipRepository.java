package io.cohorte.groups;

import org.springframework.data.jpa.repository.JpaRepository;

interface MembershipRepository extends JpaRepository<Membership, MembershipKey> {}
