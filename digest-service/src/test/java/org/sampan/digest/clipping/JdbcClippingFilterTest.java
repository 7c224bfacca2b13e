package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.fixture.TestDatabase;

class JdbcClippingFilterTest implements ClippingFilterContract {
    @Override
    public Clippings clippings() {
        TestDatabase.Access access = TestDatabase.access();
        return new JdbcClippings(access.client(), access.transactions());
    }

    @Test
    void whatWasKeptBeforeThereWasAnIndexIsReadIntoIt() {
        TestDatabase.Access access = TestDatabase.access();
        Clippings clippings = new JdbcClippings(access.client(), access.transactions());
        clippings.take(Stories.offer(Stories.ferryWorkers(), Stories.HARBOUR));
        access.client().sql("delete from clipping_words").update();
        ClippingFilter ferries = ClippingFilter.ALL.withWords("ferry");
        assertThat(clippings.page(ferries, Optional.empty(), 10)).isEmpty();

        assertThat(clippings.readWords(10)).isEqualTo(1);
        assertThat(clippings.readWords(10)).isZero();
        assertThat(clippings.page(ferries, Optional.empty(), 10)).hasSize(1);
    }
}
