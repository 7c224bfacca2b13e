package org.sampan.mailserver.transform;

import java.security.SecureRandom;
import javax.inject.Inject;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.mailinglist.DeliverySettings;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;

/** Decides whether a post's copies differ from reader to reader, as its list's owners chose. Safe for many threads. */
final class Personalisation {
    private static final String MARKER_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int MARKER_LENGTH = 16;

    private final Deliveries deliveries;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Personalisation(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** What the places of the next post begin with; empty: it is the same for everybody. */
    String marker(MailingList list) {
        ListSettings settings = list.settings();
        long every = settings.get(DeliverySettings.PERSONAL_EVERY);
        boolean personal = settings.get(DeliverySettings.PERSONALISED)
                || every > 0 && deliveries.sinceLastPersonal(list) + 1 >= every;
        return personal ? freshMarker() : "";
    }

    /** Random for each message, so that no sender can put a place into a post. */
    private String freshMarker() {
        StringBuilder marker = new StringBuilder(MARKER_LENGTH);
        for (int i = 0; i < MARKER_LENGTH; i++) {
            marker.append(MARKER_CHARACTERS.charAt(random.nextInt(MARKER_CHARACTERS.length())));
        }
        return marker.toString();
    }
}
