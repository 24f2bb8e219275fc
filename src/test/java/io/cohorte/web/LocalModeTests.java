package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class LocalModeTests {

    private static final BaseUrl LOCAL = new BaseUrl(URI.create("http://localhost:8080"));
    private static final BaseUrl PUBLIC = new BaseUrl(URI.create("https://cursos.example.com"));

    @Test
    void isOnWhereBothAddressesAreOfTheLoopback() {
        assertThat(new LocalMode(LOCAL, InetAddress.getLoopbackAddress()).isOn())
                .isTrue();
    }

    @Test
    void isOffWhereTheProgramHandsOutAPublicAddress() {
        assertThat(new LocalMode(PUBLIC, InetAddress.getLoopbackAddress()).isOn())
                .isFalse();
    }

    @Test
    void isOffWhereTheProgramListensBeyondThisMachine() throws UnknownHostException {
        assertThat(new LocalMode(LOCAL, (InetAddress) null).isOn()).isFalse();
        assertThat(new LocalMode(LOCAL, InetAddress.getByName("0.0.0.0")).isOn())
                .isFalse();
        assertThat(new LocalMode(LOCAL, InetAddress.getByName("192.0.2.10")).isOn())
                .isFalse();
    }
}
