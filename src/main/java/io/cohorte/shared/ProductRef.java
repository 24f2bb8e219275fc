package io.cohorte.shared;

/** A product as it is always addressed: within its area, so that an id guessed from another area finds nothing. */
public record ProductRef(AreaId area, ProductId id) {}
