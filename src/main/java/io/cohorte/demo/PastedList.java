package io.cohorte.demo;

import io.cohorte.groups.GroupId;

/** The lines for one group, as a producer would paste them; what is full is taken and the list begins anew. */
final class PastedList implements Portion {

    /** Well below what one import takes, so that memory stays small and several can run side by side. */
    static final int LONGEST = 20_000;

    private final GroupId group;
    private final int share;
    private final StringBuilder text = new StringBuilder();
    private int lines;

    PastedList(GroupId group, int share) {
        this.group = group;
        this.share = share;
    }

    void add(String line) {
        text.append(line).append('\n');
        lines++;
    }

    boolean isFull() {
        return lines >= LONGEST;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    String take() {
        String taken = text.toString();
        text.setLength(0);
        lines = 0;
        return taken;
    }

    GroupId group() {
        return group;
    }

    @Override
    public int share() {
        return share;
    }
}
