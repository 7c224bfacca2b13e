package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/**
 * Every reply that may go wrong at every place of the dialogue, with each way to speak. Every third time the place is reached, the
 * next of the codes is said; nobody is lost, nobody doubled, and the ledger equals what the receiver kept for itself.
 */
@Tag("faults")
@ExtendWith(TestDatabase.class)
class EveryPlaceTest {
    private static final List<String> CODES = List.of(
            "421 4.3.2 closing",
            "450 4.2.1 busy",
            "451 4.3.0 error",
            "452 4.3.1 full",
            "550 5.1.1 unknown",
            "552 5.2.2 over quota",
            "554 5.7.1 no");
    private static final int READERS = 120;

    private final LedgerUnderTest ledger;
    private final EngineUnderTest under;

    EveryPlaceTest(Database database) {
        ledger = new LedgerUnderTest(database);
        under = new EngineUnderTest(database);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, PLAIN",
        "CONNECT, PIPELINING",
        "CONNECT, CHUNKING",
        "EHLO, PLAIN",
        "EHLO, PIPELINING",
        "EHLO, CHUNKING",
        "MAIL, PLAIN",
        "MAIL, PIPELINING",
        "MAIL, CHUNKING",
        "RCPT, PLAIN",
        "RCPT, PIPELINING",
        "RCPT, CHUNKING",
        "DATA, PLAIN",
        "DATA, PIPELINING",
        "DOT, PLAIN",
        "DOT, PIPELINING",
        "BDAT, CHUNKING"
    })
    void everyReplyIsTakenForWhatItIs(String place, Way way) throws IOException {
        MailingList list = ledger.listOf(READERS);
        Trouble trouble = new Trouble(place);
        try (Receiver receiver = Receiver.start(way.offered, trouble);
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                ledger.letTimeGoBy();
                return ledger.isFinished(post);
            });
            assertThat(receiver.account().doubled()).isZero();
            assertThat(ledger.statuses(post)).hasSize(READERS);
            Accounts.agree(ledger, post, receiver.account());
            assertThat(ledger.progress(post).failed()).isEqualTo(trouble.permanent());
            assertThat(under.refusals()).hasSize(place.equals("MAIL") ? 0 : (int) trouble.permanent());
        }
    }

    /** What the receiver offers, and so how it is spoken to. */
    enum Way {
        PLAIN("8BITMIME"),
        PIPELINING("PIPELINING"),
        CHUNKING("PIPELINING", "CHUNKING");

        private final Set<String> offered;

        Way(String... offered) {
            this.offered = Set.of(offered);
        }
    }

    /** Goes through the codes while it lasts. */
    private static final class Trouble implements Faults {
        private static final int LASTS = 60;
        private final String place;
        private final AtomicInteger asked = new AtomicInteger();
        private final Map<String, AtomicInteger> said = new ConcurrentHashMap<>();

        Trouble(String place) {
            this.place = place;
        }

        @Override
        public @Nullable String at(String at, String argument, int connection) {
            boolean ofTheSession = place.equals("CONNECT") || place.equals("EHLO");
            if (!at.equals(place)) {
                return null;
            }
            int turn = asked.getAndIncrement();
            int each = ofTheSession ? 2 : 3;
            if (turn % each != 0 || turn >= (ofTheSession ? 2 * CODES.size() : LASTS)) {
                return null;
            }
            String reply = CODES.get(turn / each % CODES.size());
            said.computeIfAbsent(reply, key -> new AtomicInteger()).incrementAndGet();
            return reply;
        }

        /** How many were told that they never get it: what is said about a session is about nobody. */
        long permanent() {
            return place.equals("CONNECT") || place.equals("EHLO")
                    ? 0
                    : said.entrySet().stream()
                            .filter(it -> it.getKey().startsWith("5"))
                            .mapToInt(it -> it.getValue().get())
                            .sum();
        }
    }
}
