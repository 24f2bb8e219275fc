package io.cohorte.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Whether the program is reached from this machine only, so that whoever reads its log is its operator. */
@Component
public class LocalMode {

    private final boolean on;

    @Autowired
    LocalMode(BaseUrl baseUrl, ServerProperties server) {
        this(baseUrl, server.getAddress());
    }

    /** @param address the program listens at; null for every address of the machine */
    public LocalMode(BaseUrl baseUrl, @Nullable InetAddress address) {
        this.on = baseUrl.isLocal() && address != null && address.isLoopbackAddress();
    }

    /** Both the address it listens at and the one it hands out are of the loopback. */
    public boolean isOn() {
        return on;
    }
}
