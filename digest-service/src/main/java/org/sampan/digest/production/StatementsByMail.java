package org.sampan.digest.production;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.collect.MailedStatement;
import org.sampan.digest.collect.MailedStatement.MailedFile;
import org.sampan.digest.collect.MailedStatement.Passage;
import org.sampan.digest.edit.CheckFile;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.edit.Unfit;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.WaitingMail;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes statements of mails to {@code statements@}. A mail waits at the mail server until its draft is kept and its sender
 * is told; one met again after a crash is known by its number.
 */
@Component
public class StatementsByMail {
    private static final Logger LOGGER = LoggerFactory.getLogger(StatementsByMail.class);
    private static final String MAILBOX = "statements";
    private static final String LOCK = "statements by mail";
    /** Time to look at what goes out by itself, and to stop it. */
    static final Duration GRACE = Duration.ofMinutes(15);

    private final MailServer mailServer;
    private final EditStatement edit;
    private final DecideStatement decide;
    private final CheckFile checkFile;
    private final Answering answering;

    StatementsByMail(
            MailServer mailServer,
            EditStatement edit,
            DecideStatement decide,
            CheckFile checkFile,
            Answering answering) {
        this.mailServer = mailServer;
        this.edit = edit;
        this.decide = decide;
        this.checkFile = checkFile;
        this.answering = answering;
    }

    /** Whether a mail may go by itself, what its sender is told, who takes mail just now, and what time it is. */
    @Component
    record Answering(MailedWish.Judge judge, AnswerStatementMail answer, RunLock locks, Clock clock) {}

    /**
     * Takes all mail that waits, one taker at a time on all nodes together.
     *
     * @throws org.sampan.digest.mailserver.MailServerUnavailable when the mail server does not answer; what was not taken waits
     */
    public int take() {
        try (RunLock.Held held = answering.locks().acquire(LOCK)) {
            return takeAll();
        }
    }

    private int takeAll() {
        int taken = 0;
        List<WaitingMail> waiting = mailServer.waiting(MAILBOX);
        List<MailingList> lists = waiting.isEmpty() ? List.of() : mailServer.lists();
        for (WaitingMail mail : waiting) {
            taken += take(mail, lists) ? 1 : 0;
        }
        return taken;
    }

    /** One that cannot be kept goes on waiting, and keeps no other waiting. */
    private boolean take(WaitingMail mail, List<MailingList> lists) {
        try {
            Optional<byte[]> raw = mailServer.rawMail(MAILBOX, mail.id());
            raw.ifPresent(bytes -> keep(mail, bytes, lists));
            mailServer.taken(MAILBOX, mail.id());
            return raw.isPresent();
        } catch (MailServerUnavailable later) {
            throw later;
        } catch (RuntimeException | StackOverflowError failure) {
            LOGGER.error("event=statement-mail-waits mail={} reason=\"{}\"", mail.id(), failure.toString(), failure);
            return false;
        }
    }

    private void keep(WaitingMail waiting, byte[] raw, List<MailingList> lists) {
        MailedStatement mail = MailedStatement.in(raw);
        MailedWish wish = MailedWish.of(mail.subject().isEmpty() ? waiting.subject() : mail.subject(), lists);
        List<MailedProblem> problems = new ArrayList<>();
        mail.problems().forEach(it -> problems.add(MailedProblem.ofMail(it)));
        wish.unknown().forEach(name -> problems.add(MailedProblem.unknownList(name)));
        List<StatementFile> files = files(mail.files(), problems);
        if (!problems.isEmpty()) {
            files.add(checkFile.keepMail(raw));
        }
        Content content =
                new Content(texts(mail, wish), files, List.of(), List.of(), destinations(wish), Optional.empty());
        MailedWish.Verdict verdict = answering.judge().judge(wish, waiting, content, problems);
        Optional<Embargo> embargo = verdict.goes() ? Optional.of(soon()) : Optional.empty();
        Statement begun = begin(waiting, content.withEmbargo(embargo));
        StatementVersion first = begun.latest();
        if (verdict.goes() && first.state() == State.DRAFT && first.revision() == 0) {
            begun = decide.release(begun.id(), actor(waiting));
        }
        answering.answer().tell(waiting, begun, wish, verdict, problems);
        LOGGER.info(
                "event=statement-mailed mail={} statement={} problems={}", waiting.id(), begun.id(), problems.size());
    }

    private Statement begin(WaitingMail waiting, Content content) {
        String name = "mail." + waiting.id() + "." + waiting.receivedAt().getEpochSecond();
        return edit.begin(content, Optional.of(name), actor(waiting));
    }

    private static Actor actor(WaitingMail waiting) {
        return new Actor(Optional.ofNullable(waiting.account()).orElse("mail"));
    }

    private static List<Text> texts(MailedStatement mail, MailedWish wish) {
        List<Text> texts = new ArrayList<>();
        for (Passage passage : mail.passages()) {
            boolean original = texts.isEmpty();
            String title = passage.title().equals(mail.subject()) ? wish.title() : passage.title();
            Text text = new Text(passage.language(), title, new Markdown(passage.markdown()), "", "");
            texts.add(original ? text : text.madeFrom(texts.get(0)));
        }
        return texts;
    }

    private static List<Destination> destinations(MailedWish wish) {
        return wish.lists().stream()
                .map(list -> Destination.whole(list.address()))
                .toList();
    }

    private List<StatementFile> files(List<MailedFile> mailed, List<MailedProblem> problems) {
        List<StatementFile> files = new ArrayList<>();
        for (MailedFile file : mailed) {
            try {
                files.add(checkFile.keep(file.name(), file.bytes(), file.language()));
            } catch (Unfit unfit) {
                problems.add(new MailedProblem("statement.problem." + unfit.code(), Map.copyOf(unfit.values())));
            }
        }
        return files;
    }

    private Embargo soon() {
        Instant until = answering.clock().instant().plus(GRACE).truncatedTo(ChronoUnit.MINUTES);
        return new Embargo(LocalDateTime.ofInstant(until, ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
