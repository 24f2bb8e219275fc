package io.cohorte.demo;

import io.cohorte.demo.Names.Name;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Makes people up, one after the other: the same seed makes the same people. Half of them bear Spanish names, the
 * others Portuguese and English ones. No two have the same address.
 */
final class People {

    private static final Names SPANISH = Names.of("es", 70);
    private static final Names PORTUGUESE = Names.of("pt", 45);
    private static final Names ENGLISH = Names.of("en", 0);

    private static final int HASH_BITS = 27;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final Random random;

    /**
     * The hashes of the addresses given away: 16 MB, however many they are. A free address that has the hash of one
     * given away is passed over, which hurts nobody.
     */
    private final BitSet taken = new BitSet();

    People(long seed) {
        this.random = new Random(seed);
    }

    Person next() {
        Names names = language();
        Name first = pick(names.first());
        Name surname = pick(names.surnames());
        String name = first.written() + " " + surname.written();
        if (random.nextInt(100) < names.percentWithTwoSurnames()) {
            name += " " + pick(names.surnames()).written();
        }
        return new Person(name, freeAddress(new LocalParts(first, surname, random), pick(names.domains())));
    }

    private Names language() {
        int percent = random.nextInt(100);
        if (percent < 50) {
            return SPANISH;
        }
        return percent < 82 ? PORTUGUESE : ENGLISH;
    }

    private String freeAddress(LocalParts parts, String domain) {
        String address = parts.usual() + "@" + domain;
        while (!take(address)) {
            address = parts.numbered() + "@" + domain;
        }
        return address;
    }

    /** @return whether it was free */
    private boolean take(String address) {
        int hash = address.hashCode() * GOLDEN_RATIO >>> Integer.SIZE - HASH_BITS;
        boolean free = !taken.get(hash);
        taken.set(hash);
        return free;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
