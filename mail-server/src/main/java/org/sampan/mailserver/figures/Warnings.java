package org.sampan.mailserver.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.sampan.mailserver.figures.ListStates.ListState;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.Stewards;

/** What an operator should look at on a list; the doctor and the operator's page say it in words. */
public final class Warnings {
    /** Few lists are without a dead address. */
    private static final int AILING_MEMBERS = 3;

    private static final int AILING_PERCENT = 5;

    private final Stewards stewards;

    @Inject
    public Warnings(Stewards stewards) {
        this.stewards = stewards;
    }

    /** Most urgent first. */
    public enum Warning {
        /** Private, and anybody may come on it. */
        ANYBODY_JOINS,
        /** Private, and the From line is believed. */
        BELIEVES_FROM,
        /** Private, and takes everybody's posts. */
        TAKES_ALL_POSTS,
        /** Private, and shows where its authors wrote. */
        SHOWS_ORIGINS,
        /** Whatever waits, nobody is asked. */
        NOBODY_MODERATES,
        /** Holds everything, as the owners chose. */
        EMERGENCY_STOP,
        /** Of many members mail comes back. */
        AILING_MEMBERS,
        /** A send is stopped. */
        SEND_PAUSED;

        /** As in REST. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    List<Warning> of(MailingList list, ListState state) {
        List<Warning> warnings = new ArrayList<>();
        if (list.settings().visibility() == ListSettings.Visibility.PRIVATE) {
            addOfPrivateList(list.settings(), warnings);
        }
        if (stewards.moderators(list).isEmpty()) {
            warnings.add(Warning.NOBODY_MODERATES);
        }
        if (list.settings().get(PostingSettings.EMERGENCY_STOP)) {
            warnings.add(Warning.EMERGENCY_STOP);
        }
        if (state.suspended() >= AILING_MEMBERS && state.suspended() * 100 >= state.members() * AILING_PERCENT) {
            warnings.add(Warning.AILING_MEMBERS);
        }
        if (state.paused() > 0) {
            warnings.add(Warning.SEND_PAUSED);
        }
        return warnings;
    }

    private static void addOfPrivateList(ListSettings settings, List<Warning> warnings) {
        if (settings.joining() == ListSettings.Joining.OPEN) {
            warnings.add(Warning.ANYBODY_JOINS);
        }
        if (settings.get(PostingSettings.SENDER_PROOF) == PostingSettings.SenderProof.OFF) {
            warnings.add(Warning.BELIEVES_FROM);
        }
        if (settings.get(PostingSettings.NON_MEMBERS) == PostingSettings.Treatment.ACCEPT) {
            warnings.add(Warning.TAKES_ALL_POSTS);
        }
        if (settings.get(PostingSettings.HIDE_ORIGIN) == PostingSettings.HideOrigin.OFF) {
            warnings.add(Warning.SHOWS_ORIGINS);
        }
    }
}
