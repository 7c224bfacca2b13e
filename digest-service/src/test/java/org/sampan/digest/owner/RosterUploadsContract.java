package org.sampan.digest.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.owner.RosterUpload.Purpose;

/** What every {@link RosterUploads} promises. */
interface RosterUploadsContract {
    Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    Instant LATER = NOW.plusSeconds(3600);
    ListAddress LIST = new ListAddress("mekong-news@lists.example");
    ListAddress OTHER = new ListAddress("members@lists.example");
    SessionMark MINE = new SessionMark("mine");

    /** The uploads under test; none at the start of each test. */
    RosterUploads uploads();

    @Test
    default void fileComesBackByteForByteWhateverItsSize() throws IOException {
        byte[] large = new byte[600_001];
        new Random(7).nextBytes(large);
        for (byte[] file : new byte[][] {{}, {-1, 0, 10}, large}) {
            RosterUpload upload = upload("one", LIST);
            uploads().keep(upload, new ByteArrayInputStream(file), NOW);
            try (InputStream in = uploads().open(upload)) {
                assertThat(in.readAllBytes()).isEqualTo(file);
            }
        }
    }

    @Test
    default void fileIsFoundByItsOwnSessionAndListUntilItExpires() throws IOException {
        RosterUpload upload = upload("one", LIST);
        keep(upload);
        assertThat(uploads().find("one", MINE, LIST, NOW)).contains(upload);
        assertThat(uploads().find("two", MINE, LIST, NOW)).isEmpty();
        assertThat(uploads().find("one", new SessionMark("another"), LIST, NOW)).isEmpty();
        assertThat(uploads().find("one", MINE, OTHER, NOW)).isEmpty();
        assertThat(uploads().find("one", MINE, LIST, LATER)).isEmpty();
    }

    @Test
    default void nextFileTakesThePlaceOfTheOneBefore() throws IOException {
        keep(upload("one", LIST));
        keep(upload("elsewhere", OTHER));
        keep(upload("two", LIST));
        assertThat(uploads().find("one", MINE, LIST, NOW)).isEmpty();
        assertThat(uploads().find("two", MINE, LIST, NOW)).isPresent();
        assertThat(uploads().find("elsewhere", MINE, OTHER, NOW)).isPresent();
    }

    @Test
    default void whatExpiredIsForgottenWhenAnotherComes() throws IOException {
        RosterUpload old = upload("one", LIST);
        keep(old);
        RosterUpload next = new RosterUpload(
                "two", new SessionMark("another"), LIST, Purpose.INVITE, "b.csv", "Do come.", LATER.plusSeconds(60));
        uploads().keep(next, new ByteArrayInputStream(new byte[] {1}), LATER);
        try (InputStream in = uploads().open(old)) {
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(uploads().find("two", new SessionMark("another"), LIST, LATER))
                .contains(next);
    }

    @Test
    default void forgottenFileIsGoneAndForgettingAgainIsNoError() throws IOException {
        RosterUpload upload = upload("one", LIST);
        keep(upload);
        uploads().forget(upload);
        uploads().forget(upload);
        assertThat(uploads().find("one", MINE, LIST, NOW)).isEmpty();
    }

    @Test
    default void uploadThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            private int left = 300_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("the line broke");
                }
                left--;
                return 'x';
            }
        };
        RosterUpload upload = upload("one", LIST);
        assertThatThrownBy(() -> uploads().keep(upload, broken, NOW)).hasMessage("the line broke");
        assertThat(uploads().find("one", MINE, LIST, NOW)).isEmpty();
    }

    private void keep(RosterUpload upload) throws IOException {
        uploads().keep(upload, new ByteArrayInputStream(new byte[] {1, 2, 3}), NOW);
    }

    private static RosterUpload upload(String token, ListAddress list) {
        return new RosterUpload(token, MINE, list, Purpose.ADD, "a.csv", "", LATER);
    }
}
