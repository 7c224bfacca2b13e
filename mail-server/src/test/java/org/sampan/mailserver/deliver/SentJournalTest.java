package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.delivery.CopyOutcome;
import org.sampan.mailserver.delivery.Outcome;

class SentJournalTest {
    @TempDir
    Path folder;

    @Test
    void whatWasNotedIsFoundByTheNextProcess() throws IOException {
        SentJournal journal = open(7);
        journal.clear();
        journal.note(sent(1));
        int half = journal.turn();
        journal.note(sent(2));
        assertThat(open(7).leftOver()).containsExactlyInAnyOrder(sent(1), sent(2));
        journal.clear(half);
        assertThat(open(7).leftOver()).containsExactly(sent(2));
    }

    @Test
    void whatWasNotedForAnotherLedgerIsNotTold() throws IOException {
        SentJournal journal = open(7);
        journal.clear();
        journal.note(sent(1));
        assertThat(open(8).leftOver()).isEmpty();
    }

    @Test
    void newAndFullJournalsDoNoHarm() throws IOException {
        SentJournal journal = open(7);
        assertThat(journal.leftOver()).isEmpty();
        journal.clear();
        for (int i = 0; i < 20_000; i++) {
            journal.note(sent(i));
        }
        assertThat(open(7).leftOver()).hasSizeLessThan(20_000).startsWith(sent(0), sent(1));
    }

    private SentJournal open(long ledger) throws IOException {
        return SentJournal.open(folder.resolve("harbour.journal"), ledger);
    }

    private static CopyOutcome sent(int index) {
        return new CopyOutcome(11, 22, index, 33, "", Outcome.SENT, 1, "", null);
    }
}
