package io.cohorte.demo;

/** Somebody who does not exist. */
record Person(String name, String email) {}
