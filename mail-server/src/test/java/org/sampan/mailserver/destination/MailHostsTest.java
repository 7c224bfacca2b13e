package org.sampan.mailserver.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.domain.NameServer;
import org.xbill.DNS.Name;

class MailHostsTest {
    private NameServer names;
    private MailHosts hosts;

    @BeforeEach
    void start() throws IOException {
        names = new NameServer()
                .sendsMailTo("farm.or.th", 20, "second.farm.or.th")
                .sendsMailTo("farm.or.th", 10, "first.farm.or.th")
                .sendsMailTo("quiet.or.th", 0, ".")
                .isAt("bare.or.th", InetAddress.getLoopbackAddress());
        hosts = new MailHosts(names.resolver());
    }

    @AfterEach
    void stop() {
        names.close();
    }

    @Test
    void areTheMxHostsTheNearestFirst() throws Exception {
        assertThat(hosts.of("farm.or.th"))
                .extracting(Name::toString)
                .containsExactly("first.farm.or.th.", "second.farm.or.th.");
    }

    @Test
    void areTheDomainItselfWhenItNamesNone() throws Exception {
        assertThat(hosts.of("bare.or.th")).extracting(Name::toString).containsExactly("bare.or.th.");
        assertThat(hosts.addresses(Name.fromString("bare.or.th.")))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.1");
    }

    @Test
    void domainThatTakesNoMailOrIsNotThereIsToldApart() {
        assertThatThrownBy(() -> hosts.of("quiet.or.th")).isInstanceOf(DomainTakesNoMailException.class);
        assertThatThrownBy(() -> hosts.of("nowhere.or.th")).isInstanceOf(DomainTakesNoMailException.class);
    }
}
