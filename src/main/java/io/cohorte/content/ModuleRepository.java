package io.cohorte.content;

import org.springframework.data.jpa.repository.JpaRepository;

interface ModuleRepository extends JpaRepository<Module, ModuleKey> {}
