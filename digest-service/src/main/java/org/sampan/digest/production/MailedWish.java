package org.sampan.digest.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.digest.edit.WhatIsMissing;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.WaitingMail;
import org.sampan.digest.newsroom.Newsroom;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.SecondPerson;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementVersion;
import org.springframework.stereotype.Component;

/**
 * What the subject of a mailed statement asks for: {@code [members, mekong-news, send] title}.
 *
 * @param title without the brackets
 * @param lists in the order they are named
 * @param send whether it is to go out by itself
 * @param unknown names that are no lists
 */
record MailedWish(String title, List<MailingList> lists, boolean send, List<String> unknown) {
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\[([^\\]]{1,300})\\]\\s*(.*)", Pattern.DOTALL);
    private static final String SEND = "send";

    /** Brackets in which neither a list nor {@code send} is named are part of the title. */
    static MailedWish of(String subject, List<MailingList> known) {
        Matcher brackets = BRACKETS.matcher(subject);
        if (!brackets.matches()) {
            return new MailedWish(subject.strip(), List.of(), false, List.of());
        }
        List<MailingList> lists = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        boolean send = false;
        for (String word : brackets.group(1).toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
            Optional<MailingList> list = known.stream()
                    .filter(it -> word.equals(it.address().name())
                            || word.equals(it.address().text()))
                    .findFirst();
            send |= list.isEmpty() && word.equals(SEND);
            list.filter(it -> !lists.contains(it)).ifPresent(lists::add);
            if (list.isEmpty() && !word.equals(SEND) && !word.isEmpty()) {
                unknown.add(word);
            }
        }
        return lists.isEmpty() && !send
                ? new MailedWish(subject.strip(), List.of(), false, List.of())
                : new MailedWish(brackets.group(2).strip(), List.copyOf(lists), send, List.copyOf(unknown));
    }

    /** Why it stays a draft though it was to be sent: keys of {@code statement.mailed.stays}. */
    record Verdict(boolean wanted, List<String> stays) {
        boolean goes() {
            return wanted && stays.isEmpty();
        }
    }

    /** Judges whether a mail may go out by itself; in doubt it does not. */
    @Component
    static final class Judge {
        private final Newsroom newsroom;
        private final WhatIsMissing missing;
        private final SecondPerson secondPerson;

        Judge(Newsroom newsroom, WhatIsMissing missing, SecondPerson secondPerson) {
            this.newsroom = newsroom;
            this.missing = missing;
            this.secondPerson = secondPerson;
        }

        Verdict judge(MailedWish wish, WaitingMail waiting, Content content, List<MailedProblem> problems) {
            List<String> stays = new ArrayList<>();
            Optional<EmailAddress> account =
                    Optional.ofNullable(waiting.account()).flatMap(EmailAddress::parse);
            if (account.filter(newsroom::isOpenTo).isEmpty()) {
                stays.add("editor");
            } else if (!account.get().text().equalsIgnoreCase(waiting.from())) {
                stays.add("from");
            }
            StatementVersion version =
                    StatementVersion.draft(new StatementId(0).firstVersion(), content, "", waiting.receivedAt());
            if (!problems.isEmpty() || !missing.in(version).isEmpty()) {
                stays.add("missing");
            }
            if (secondPerson.isNeededFor(content)) {
                stays.add("second-person");
            }
            return new Verdict(wish.send(), List.copyOf(stays));
        }
    }
}
