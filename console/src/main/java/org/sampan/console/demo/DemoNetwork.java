package org.sampan.console.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.sampan.console.settings.Installation;

/** The invented network's files, in {@code config/demo} of the checkout. */
record DemoNetwork(Path folder) {

    static final String DOMAIN = "lists.example";
    /** Has its mail elsewhere, as every person has: at the lists' domain are lists. */
    static final String OPERATOR = "secretariat@river-network.example";

    static final String MEMBERS = "members@" + DOMAIN;
    static final String NEWS = "mekong-news@" + DOMAIN;
    static final String SERIES = "mekong-weekly";
    static final String STATEMENT = "Every crossing counts: statement for International Migrants Day";
    /** The first statement of a new installation. */
    static final String STATEMENT_ID = "<statement.1@" + DOMAIN + ">";

    static final String HELD_POST = "<sundays.1@spring-well.example>";
    /** The week whose news the feeds tell. */
    static final LocalDate SINCE = LocalDate.of(2026, 11, 16);

    static final LocalDate UNTIL = LocalDate.of(2026, 11, 22);

    static DemoNetwork of(Installation installation) {
        return new DemoNetwork(installation.home().resolve("config").resolve("demo"));
    }

    Path membersFile() {
        return folder.resolve("members.csv");
    }

    Path readersFile() {
        return folder.resolve("readers.csv");
    }

    Path feedFolder() {
        return folder.resolve("feeds");
    }

    List<Path> feeds() {
        return filesIn(feedFolder());
    }

    /** One discussion, in the order it was held. */
    List<DemoMail> thread() {
        return filesIn(folder.resolve("thread")).stream().map(DemoMail::new).toList();
    }

    DemoMail stranger() {
        return new DemoMail(folder.resolve("stranger.eml"));
    }

    /** A member's mail to the list where only the secretariat posts. */
    DemoMail forTheNewsList() {
        return new DemoMail(folder.resolve("for-the-news-list.eml"));
    }

    Path statement() {
        return folder.resolve("statement.md");
    }

    Path statementPdf() {
        return folder.resolve("statement.pdf");
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
