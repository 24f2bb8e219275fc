package io.cohorte.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as one party: of IPv6 the first 64 bits, since everybody there has all the others. */
public final class Source {

    private static final int PREFIX_BYTES = 8;

    private Source() {}

    /** @param remote a network address; whatever else it is stands for itself */
    public static String of(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        try {
            // With a colon in it, this is a literal or refused: no name is looked up.
            InetAddress address = InetAddress.getByName(remote.replaceFirst("%.*", ""));
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException none) {
            return remote;
        }
    }
}
