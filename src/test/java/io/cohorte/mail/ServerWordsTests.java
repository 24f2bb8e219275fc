package io.cohorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerWordsTests {

    @Test
    void keepsOneLineWithoutAddresses() {
        assertThat(ServerWords.tidy("550-5.1.1 <Ana.Núñez+x@correo.example>: Recipient\r\n550 address\trejected\u0007"))
                .isEqualTo("550-5.1.1 <…@correo.example>: Recipient 550 address rejected");
    }

    @Test
    void keepsNoMoreThanThreeHundredCharacters() {
        assertThat(ServerWords.tidy("😀".repeat(1000))).isEqualTo("😀".repeat(300));
    }
}
