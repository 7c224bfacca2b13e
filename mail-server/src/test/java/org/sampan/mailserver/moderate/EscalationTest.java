package org.sampan.mailserver.moderate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ModerationSettings.Asked;

class EscalationTest {
    private static final EmailAddress KANYA = new EmailAddress("kanya@mekong-network.example");
    private static final EmailAddress BOUN = new EmailAddress("boun@mekong-network.example");
    private static final EmailAddress OWNER = new EmailAddress("owner@mekong-network.example");

    @Test
    void allModeratorsAreAskedThenRemindedThenTheOwners() {
        assertThat(steps(Asked.ALL, List.of(KANYA, BOUN), List.of(OWNER)))
                .containsExactly("FIRST kanya boun", "REMINDER kanya boun", "NEXT owner", "REMINDER owner");
    }

    @Test
    void inTurnEachModeratorHasATimeAndAReminder() {
        assertThat(steps(Asked.IN_TURN, List.of(KANYA, BOUN), List.of(OWNER)))
                .containsExactly(
                        "FIRST kanya", "REMINDER kanya", "NEXT boun", "REMINDER boun", "NEXT owner", "REMINDER owner");
    }

    @Test
    void whereNobodyElseIsTheLastIsRemindedOnce() {
        assertThat(steps(Asked.ALL, List.of(KANYA), List.of())).containsExactly("FIRST kanya", "REMINDER kanya");
        assertThat(steps(Asked.ALL, List.of(), List.of())).isEmpty();
    }

    private static List<String> steps(Asked asked, List<EmailAddress> moderators, List<EmailAddress> others) {
        List<String> steps = new ArrayList<>();
        Optional<Escalation> next = Escalation.at(0, asked, moderators, others);
        while (next.isPresent()) {
            StringBuilder step = new StringBuilder(next.get().turn().name());
            next.get().moderators().forEach(it -> step.append(' ').append(it.localPart()));
            steps.add(step.toString());
            next = Escalation.at(steps.size(), asked, moderators, others);
        }
        return steps;
    }
}
