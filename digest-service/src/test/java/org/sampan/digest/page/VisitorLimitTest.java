package org.sampan.digest.page;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class VisitorLimitTest {
    private final VisitorLimit limit = new VisitorLimit(2, Duration.ofHours(1));

    @Test
    void thirdTimeIsTooOftenForTheSameVisitorOnly() {
        limit.count(from("203.0.113.7"));
        limit.count(from("203.0.113.7"));
        assertThatThrownBy(() -> limit.count(from("203.0.113.7"))).isInstanceOf(TooManyRequests.class);
        assertThatCode(() -> limit.count(from("203.0.113.8"))).doesNotThrowAnyException();
    }

    @Test
    void customerOfAnIpv6NetworkIsOneVisitorWhateverTheAddress() {
        limit.count(from("2001:db8:1:2::1"));
        limit.count(from("2001:db8:1:2:ffff::9"));
        assertThatThrownBy(() -> limit.count(from("2001:db8:1:2:3::4"))).isInstanceOf(TooManyRequests.class);
        assertThatCode(() -> limit.count(from("2001:db8:1:3::1"))).doesNotThrowAnyException();
    }

    @Test
    void networkOfManyVisitorsIsLimitedToo() {
        for (int host = 1; host <= 20; host++) {
            limit.count(from("198.51.100." + host));
        }
        assertThatThrownBy(() -> limit.count(from("198.51.100.99"))).isInstanceOf(TooManyRequests.class);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
