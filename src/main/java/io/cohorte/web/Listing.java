package io.cohorte.web;

/** One page of a list, and how many rows the whole of it has. */
public record Listing<T>(Keyset.Page<T> page, Count count) {}
