package io.cohorte.classroom.web;

/** Where a product's classroom lies: the student's own, and the same for staff who look with other eyes. */
final class ClassroomPaths {

    static final String OWN = "/learn/{area}/{product}";
    static final String AS = "/areas/{area}/products/{product}/as/{view}";

    private ClassroomPaths() {}
}
