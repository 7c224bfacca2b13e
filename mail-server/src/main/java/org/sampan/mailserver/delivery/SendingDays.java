package org.sampan.mailserver.delivery;

import java.time.LocalDate;

/** How much was sent on which day, for a sender who may send only so much a day. Safe for many threads and many nodes. */
public interface SendingDays {
    /** Days before this one on which something was sent. */
    int before(LocalDate day);

    /**
     * Takes from what is allowed on a day.
     *
     * @return how many copies may go, at most as many as wanted
     */
    int take(LocalDate day, long allowed, int wanted);
}
