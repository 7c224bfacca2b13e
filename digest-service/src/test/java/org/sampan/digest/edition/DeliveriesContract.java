package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface DeliveriesContract {
    Instant NOON = ApprovalsContract.NOON;

    /** No deliveries, and one edition that was sent at noon. */
    record Room(Deliveries deliveries, EditionId sent) {}

    Room room();

    private static Delivery delivery(String state, long sent) {
        return new Delivery(
                "b7n4qk2zr5tx6wpa3mde",
                state,
                new Delivery.Figures(54, sent, 0, 0, 54 - sent, 0),
                state.equals("finished") ? Optional.empty() : Optional.of(NOON.plusSeconds(3_600)),
                NOON,
                state.equals("finished") ? Optional.of(NOON) : Optional.empty());
    }

    @Test
    default void whatWasToldLastIsKept() {
        Room room = room();

        room.deliveries().keep(room.sent(), delivery("sending", 27));
        room.deliveries().keep(room.sent(), delivery("sending", 38));

        assertThat(room.deliveries().find(room.sent())).contains(delivery("sending", 38));
        assertThat(delivery("sending", 27).figures().percent()).isEqualTo(50);
    }

    @Test
    default void editionIsFollowedFromItsSendingUntilItIsOver() {
        Room room = room();

        assertThat(room.deliveries().underWay(NOON)).isEqualTo(List.of(room.sent()));
        room.deliveries().keep(room.sent(), delivery("retrying", 50));
        assertThat(room.deliveries().underWay(NOON)).isEqualTo(List.of(room.sent()));
        assertThat(room.deliveries().underWay(NOON.plusSeconds(1))).isEmpty();
        room.deliveries().keep(room.sent(), delivery("finished", 54));
        assertThat(room.deliveries().underWay(NOON)).isEmpty();
    }
}
