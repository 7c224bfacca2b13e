package org.sampan.digest.production;

import java.time.Clock;
import java.util.Optional;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionOutline;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.sampan.digest.production.EditionSteps.Work;
import org.sampan.digest.send.NoSuchList;
import org.sampan.digest.send.SendEdition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands an edition to the mail server: not a draft that waits for the desk, not before a second person has approved it
 * where the list asks for one, and not when somebody has stopped the run. From the moment it is handed over until the mail
 * server has answered nothing in it changes, so that what is sent again after a crash is the same.
 */
@Component
final class SendStep {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendStep.class);

    private final SendEdition stage;
    private final Editions editions;
    private final SecondEditor secondEditor;
    private final TellEditors tellEditors;
    private final Runs runs;
    private final RunLog log;
    private final Journal journal;
    private final Clock clock;

    SendStep(
            SendEdition stage,
            Editions editions,
            SecondEditor secondEditor,
            TellEditors tellEditors,
            Runs runs,
            RunLog log,
            Journal journal,
            Clock clock) {
        this.stage = stage;
        this.editions = editions;
        this.secondEditor = secondEditor;
        this.tellEditors = tellEditors;
        this.runs = runs;
        this.log = log;
        this.journal = journal;
        this.clock = clock;
    }

    void send(Work work) {
        EditionOutline edition = work.edition();
        if (edition.state().isSent()) {
            return;
        }
        if (work.request().draft()) {
            leaveToTheDesk(work);
            return;
        }
        if (edition.state() != EditionState.SENDING) {
            stopIfWanted(work.run());
            waitForSecondPerson(work);
        }
        if (!editions.beginSending(edition.id())) {
            throw new IllegalStateException(
                    "edition " + edition.id() + " was changed while it was being made: try again");
        }
        submit(work);
        editions.markSent(edition.id(), clock.instant());
        log.say(work.run(), "sent", edition.id().toString());
        journal.record(
                new NewDeed(
                        work.request().actor(),
                        EditEdition.subject(edition.id()),
                        "sent",
                        String.valueOf(edition.items()),
                        Finality.MAILED),
                clock.instant());
        LOGGER.info("event=edition-sent edition={} items={}", edition.id(), edition.items());
    }

    private void leaveToTheDesk(Work work) {
        log.say(work.run(), "draft", work.edition().id().toString());
        if (work.request().scheduled()) {
            tellEditors.draftIsReady(work.edition());
        }
    }

    private void stopIfWanted(RunId run) {
        Optional<String> by = runs.stopWanted(run);
        if (by.isPresent()) {
            log.say(run, "stopped", by.get());
            runs.end(run, RunState.STOPPED, "stopped by " + by.get());
            throw new RunHalted("stopped by " + by.get());
        }
    }

    private void waitForSecondPerson(Work work) {
        if (secondEditor.isContent(work.series(), work.edition().id())) {
            return;
        }
        String why = "the list " + work.series().list() + " asks for a second person's approval";
        log.say(work.run(), "waiting", work.edition().lastChange().by());
        tellEditors.secondPersonIsWanted(work.run(), work.edition());
        runs.end(work.run(), RunState.WAITING, why);
        throw new RunHalted(why);
    }

    private void submit(Work work) {
        EditionId id = work.edition().id();
        try {
            stage.send(work.series(), work.edition(), editions.renderings(id));
        } catch (SubmissionFailed failure) {
            if (failure.isCertain()) {
                editions.takeBackSending(id);
            }
            throw failure;
        } catch (NoSuchList | MailServerUnavailable failure) {
            editions.takeBackSending(id);
            throw failure;
        }
    }
}
