package org.sampan.mailserver.membership;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.membership.Members.ImportCount;
import org.sampan.mailserver.membership.Members.NewMember;
import org.sampan.mailserver.membership.Rosters.Filter;
import org.sampan.mailserver.membership.Rosters.Standing;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/**
 * How fast members come in: run {@code main} from the test class path, with the number of members as its argument. PostgreSQL
 * writes durably here, as in a real installation.
 */
final class MembersImportBenchmark {
    private MembersImportBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        try (EmbeddedPostgres postgres = durablePostgres();
                Database database = Database.open(
                        new Settings.Database(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"))) {
            JdbcMembers members = new JdbcMembers(database);
            MailingList list = new JdbcMailingLists(database).add(MailingListsContract.MEMBERS);
            measure("first import", members, list, size);
            measure("same again", members, list, size);
            JdbcRosters rosters = new JdbcRosters(database, Clock.systemUTC());
            timed("page of 100", () -> rosters.page(list, Filter.ALL, Optional.empty(), 100));
            timed("search that finds nothing", () -> rosters.page(list, text("nowhere"), Optional.empty(), 100));
            timed(
                    "search in Burmese that finds nothing",
                    () -> rosters.page(list, text("အောင်"), Optional.empty(), 100));
            timed("search that finds many", () -> rosters.page(list, text("number"), Optional.empty(), 100));
            timed("search of one address", () -> rosters.page(list, text("reader777777@"), Optional.empty(), 100));
            timed("country of nobody", () -> rosters.page(list, of("LA", Optional.empty()), Optional.empty(), 100));
            timed(
                    "suspended",
                    () -> rosters.page(list, of("", Optional.of(Standing.SUSPENDED)), Optional.empty(), 100));
            timed("facets", () -> rosters.facets(list, Rosters.Filter.ALL));
            timed("facets again", () -> rosters.facets(list, Rosters.Filter.ALL));
            timed("count", () -> members.count(list));
        }
    }

    private static EmbeddedPostgres durablePostgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private static void measure(String what, Members members, MailingList list, int size) {
        Stream<NewMember> readers = IntStream.range(0, size).mapToObj(MembersImportBenchmark::reader);
        Instant start = Instant.now();
        ImportCount count = members.addAll(list, readers, "import");
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                Locale.ROOT,
                "%s: %s in %.1f s, %.0f a second, %d MB of heap kept%n",
                what,
                count,
                seconds,
                size / seconds,
                used >> 20);
    }

    private static void timed(String what, Runnable work) {
        Instant start = Instant.now();
        work.run();
        System.out.printf(
                "%s: %d ms%n", what, Duration.between(start, Instant.now()).toMillis());
    }

    private static Filter text(String text) {
        return new Filter(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Filter of(String country, Optional<Standing> standing) {
        return new Filter(
                "", Optional.empty(), Optional.of(country).filter(it -> !it.isEmpty()), Optional.empty(), standing);
    }

    private static NewMember reader(int number) {
        Person person = new Person(
                new EmailAddress("reader%d@domain%d.example".formatted(number, number % 5000)),
                "Reader number " + number,
                "Organisation " + number % 40,
                "KH",
                "km",
                "Asia/Phnom_Penh");
        return new NewMember(person, Optional.empty());
    }
}
