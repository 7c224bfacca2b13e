package org.sampan.digest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word is taken for where a visitor comes from; asked of Tomcat's own valve, which has the last say. */
class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource({
        // who is connected, what that one says, and where the visitor is taken to come from
        "'', 127.0.0.1, 203.0.113.9, 203.0.113.9",
        "'', ::1, 203.0.113.9, 203.0.113.9",
        "'', 198.51.100.7, 203.0.113.9, 198.51.100.7",
        "10.0.0.5, 10.0.0.5, 203.0.113.9, 203.0.113.9",
        "10.0.0.5, 10.0.0.50, 203.0.113.9, 10.0.0.50",
        "'10.0.0.5, 10.1.0.0/16', 10.1.77.3, 203.0.113.9, 203.0.113.9",
        "'10.0.0.5, 10.1.0.0/16', 10.2.77.3, 203.0.113.9, 10.2.77.3",
        "2001:db8::5, 2001:db8::5, 203.0.113.9, 203.0.113.9",
        "2001:DB8::5, 2001:db8:0:0:0:0:0:5, 203.0.113.9, 203.0.113.9",
        "2001:db8::5, 2001:db8:0:0:0:0:0:6, 203.0.113.9, 2001:db8:0:0:0:0:0:6",
        // a visitor who brings the field along is not believed: the last that no proxy of ours wrote counts
        "10.0.0.5, 10.0.0.5, '192.0.2.1, 203.0.113.9', 203.0.113.9",
        "10.0.0.5, 127.0.0.1, '192.0.2.1, 203.0.113.9, 10.0.0.5', 203.0.113.9"
    })
    void visitorIsWhoTheLastProxyOfOursSaysItIs(String proxies, String peer, String said, String visitor)
            throws Exception {
        assertThat(seen(TrustedProxies.parse(proxies), peer, said)).isEqualTo(visitor);
    }

    @Test
    void withoutTheFieldItIsWhoIsConnected() throws Exception {
        assertThat(seen(TrustedProxies.parse("10.0.0.5"), "10.0.0.5", "")).isEqualTo("10.0.0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0", "10.0.0.5/12", "10.0.0.5;10.0.0.6", "1:2:3", ".*"})
    void whatIsNoAddressIsNamed(String text) {
        assertThatThrownBy(() -> TrustedProxies.parse(text)).hasMessageContaining("not '" + text + "'");
    }

    private static String seen(TrustedProxies proxies, String peer, String said) throws Exception {
        List<String> seen = new ArrayList<>();
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(proxies.pattern());
        valve.setNext(new ValveBase() {
            @Override
            public void invoke(Request request, Response response) {
                seen.add(request.getRemoteAddr());
            }
        });
        org.apache.coyote.Request coyote = new org.apache.coyote.Request();
        if (!said.isEmpty()) {
            coyote.getMimeHeaders().addValue("X-Forwarded-For").setString(said);
        }
        Request request = new Request(new Connector(), coyote);
        request.setRemoteAddr(peer);
        valve.invoke(request, new Response(new org.apache.coyote.Response()));
        return seen.get(0);
    }
}
