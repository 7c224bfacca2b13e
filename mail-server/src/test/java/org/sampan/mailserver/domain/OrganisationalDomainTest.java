package org.sampan.mailserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationalDomainTest {
    @ParameterizedTest
    @CsvSource({
        "farm.or.th, farm.or.th",
        "mail.farm.or.th, farm.or.th",
        "A.B.Farm.COM.LA, farm.com.la",
        "mail.union.org.mm, union.org.mm",
        "office.edu.vn, office.edu.vn",
        "farm.or.th., farm.or.th",
        "one.github.io, one.github.io",
        "co.uk, co.uk",
        "mail.harbour.example, harbour.example",
        "localhost, localhost",
        "mail.例子.公司.cn, xn--fsqu00a.xn--55qx5d.cn",
        "'[192.0.2.1]', '[192.0.2.1]'",
        "'not a domain', 'not a domain'",
        "'', ''"
    })
    void isWhatWasRegistered(String domain, String organisation) {
        assertThat(OrganisationalDomain.of(domain).name()).isEqualTo(organisation);
    }

    @Test
    void subdomainsOfOneOrganisationAreAligned() {
        assertThat(OrganisationalDomain.sameFor("news.farm.or.th", "FARM.or.th"))
                .isTrue();
        assertThat(OrganisationalDomain.sameFor("farm.or.th", "harbour.or.th")).isFalse();
        assertThat(OrganisationalDomain.sameFor("one.github.io", "two.github.io"))
                .isFalse();
    }
}
