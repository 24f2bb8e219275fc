/**
 * Gives the program its PostgreSQL: the server that {@code spring.datasource.url} names or, where nothing is named, a
 * server of its own whose data is kept below {@code cohorte.data}. Whatever keeps the program from having one ends in
 * a single line that says what is wrong and what to do. Nobody calls this room; it offers Spring Boot the connection
 * everything else is built on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cohorte.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
