package org.sampan.mailserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.domain.DmarcPolicy.Wish;
import org.xbill.DNS.Resolver;

class DnsDmarcPoliciesTest {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private NameServer names;
    private DmarcPolicies policies;
    private Resolver resolver;

    @BeforeEach
    void start() throws IOException {
        names = new NameServer()
                .publishes("_dmarc.strict.or.th", "v=DMARC1; p=reject; sp=none; adkim=s")
                .publishes("_dmarc.sub.strict.or.th", "v=DMARC1;p=quarantine")
                .publishes("_dmarc.below.com.vn", "v=DMARC1; p=none; sp=quarantine; aspf=s")
                .publishes("_dmarc.same.com.vn", "v = DMARC1 ; P = Reject")
                .publishes("_dmarc.twice.com.vn", "v=DMARC1; p=reject", "v=DMARC1; p=none")
                .publishes("_dmarc.other.com.vn", "some note", "v=DMARC1; p=reject; pct=10")
                .publishes("_dmarc.broken.com.vn", "v=DMARC1; p=rejected");
        resolver = names.resolver();
        policies = new DnsDmarcPolicies(resolver, new HandClock());
    }

    @AfterEach
    void stop() {
        names.close();
    }

    @ParameterizedTest
    @CsvSource({
        "strict.or.th, REJECT",
        "STRICT.or.th., REJECT",
        "mail.strict.or.th, NONE",
        "sub.strict.or.th, QUARANTINE",
        "a.b.below.com.vn, QUARANTINE",
        "below.com.vn, NONE",
        "mail.same.com.vn, REJECT",
        "twice.com.vn, NONE",
        "other.com.vn, REJECT",
        "broken.com.vn, NONE",
        "nothing.com.vn, NONE"
    })
    void isThatOfTheDomainElseOfItsOrganisation(String domain, Wish wish) {
        assertThat(policies.of(domain).wish()).isEqualTo(wish);
    }

    @Test
    void saysWhetherSubdomainsCount() {
        assertThat(policies.of("strict.or.th")).isEqualTo(new DmarcPolicy(Wish.REJECT, true, false));
        assertThat(policies.of("mail.below.com.vn")).isEqualTo(new DmarcPolicy(Wish.QUARANTINE, false, true));
    }

    @Test
    void isAskedOnceWhileItHolds() {
        policies.of("strict.or.th");
        policies.of("Strict.or.th");
        assertThat(names.questions()).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(6));
        policies.of("strict.or.th");
        assertThat(names.questions()).isEqualTo(2);
    }

    @Test
    void isUnknownForAMinuteWhenNobodyAnswers() {
        resolver.setTimeout(Duration.ofMillis(300));
        names.saysNothing(true);
        assertThat(policies.of("strict.or.th")).isEqualTo(DmarcPolicy.UNKNOWN);
        names.saysNothing(false);
        resolver.setTimeout(Duration.ofSeconds(10));
        assertThat(policies.of("strict.or.th")).isEqualTo(DmarcPolicy.UNKNOWN);
        now = now.plus(Duration.ofSeconds(61));
        assertThat(policies.of("strict.or.th").wish()).isEqualTo(Wish.REJECT);
    }

    @ParameterizedTest
    @CsvSource({"farm.example", "localhost", "hidden.onion", "'not a domain'"})
    void ofNamesThatNobodyOwnsNobodyIsAsked(String domain) {
        assertThat(policies.of(domain)).isEqualTo(DmarcPolicy.NONE);
        assertThat(policies.of(domain).isEnforced()).isFalse();
    }

    private final class HandClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
