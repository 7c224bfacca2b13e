package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.TestDatabase;

class DropFolderTest {
    private static final String TABLE = "title,link\nA strike at the ferry,https://courier.example/1\n";

    @TempDir
    private Path folder;

    private final TestDatabase.Access access = TestDatabase.access();
    private final Clippings clippings = TestClippings.of(access);

    private DropFolder drop() {
        return TestDrop.of(access, folder);
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void putSample(String sample, String name) throws IOException {
        try (InputStream in = DropFolderTest.class.getResourceAsStream(sample)) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(name));
        }
    }

    /** Looks as often as it takes until what lies there has lain there once. */
    private int lookTwice() {
        DropFolder drop = drop();
        return drop.look() + drop.look();
    }

    private List<String> names(String where) {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Clipping> all() {
        return clippings.page(Optional.empty(), 50);
    }

    @Test
    void filesOfAllKindsBecomeClippingsAndAreDone() throws Exception {
        put("list.csv", TABLE);
        putSample("export.wxr", "site.xml");
        putSample("riverside.atom", "feed.XML");
        putSample("article.html", "index.html");
        putSample("attached.eml", "message.eml");

        assertThat(lookTwice()).isEqualTo(5);

        assertThat(names("done")).containsExactly("feed.XML", "index.html", "list.csv", "message.eml", "site.xml");
        assertThat(names("")).isEmpty();
        assertThat(all())
                .extracting(clipping -> clipping.origins().get(0).source().toString())
                .contains(
                        "file:///list.csv",
                        "file:///site.xml",
                        "file:///feed.XML",
                        "file:///index.html",
                        "file:///message.eml");
    }

    @Test
    void savedPageIsKnownByItsOwnAddressAndKeptWhole() throws Exception {
        putSample("article.html", "index.html");
        lookTwice();

        Clipping deckhands = all().get(0);
        assertThat(deckhands.story().title()).isEqualTo("Deckhands get their papers back");
        assertThat(deckhands.story().outlet()).contains("The Delta Courier");
        assertThat(deckhands.story().link()).contains(URI.create("https://courier.example/2026/deckhands"));
        assertThat(TestClippings.copies(access).of(deckhands.id()))
                .singleElement()
                .satisfies(copy -> assertThat(copy.bytes()).isEqualTo(Files.size(folder.resolve("done/index.html"))));
    }

    @Test
    void pageThatNamesNoAddressIsKnownByWhatTheBrowserNotedOrByWhatItSays() throws Exception {
        String story = "<html><head><title>%s</title></head><body>%s<article><h1>%s</h1>"
                + "<p>The ferry lies at the pier and nobody works, the owners say, until the wages of the last month are paid.</p>"
                        .repeat(4)
                + "</article></body></html>";
        put(
                "a.html",
                "<!-- saved from url=(0030)https://courier.example/strike -->\n"
                        + story.formatted("A strike", "", "A strike"));
        lookTwice();
        put("page.html", story.formatted("Another strike at the upper pier", "", "Another strike at the upper pier"));
        lookTwice();
        put("page.html", story.formatted("A third strike", "", "A third strike"));
        lookTwice();

        assertThat(all())
                .extracting(one -> one.story().link())
                .contains(Optional.of(URI.create("https://courier.example/strike")));
        assertThat(all().stream().flatMap(one -> one.origins().stream())).hasSize(3);
        assertThat(names("done")).containsExactly("2-page.html", "a.html", "page.html");
    }

    @Test
    void fileThatIsBeingWrittenIsLeftUntilItIsWhole() throws Exception {
        DropFolder drop = drop();
        put("list.csv", "title,link\nA strike at");
        put(".list.csv.swp", "x");
        put("other.csv.part", "x");
        assertThat(drop.look()).isZero();

        Files.writeString(
                folder.resolve("list.csv"), " the ferry,https://courier.example/1\n", StandardOpenOption.APPEND);
        assertThat(drop.look()).isZero();
        assertThat(all()).isEmpty();

        assertThat(drop.look()).isEqualTo(1);
        assertThat(all())
                .singleElement()
                .satisfies(one -> assertThat(one.story().title()).isEqualTo("A strike at the ferry"));
        assertThat(names("")).containsExactly(".list.csv.swp", "other.csv.part");
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheReasonBesideItAndStopsNothing() throws Exception {
        put("a.csv", "no,such,columns\n");
        put("b.pdf", "%PDF-1.7");
        put("c.xml", "<rss><channel>");
        put("d.html", "<html><body>Page not found</body></html>");
        put("e.csv", "title,kind\n,\nA fair,soup\n");
        put("f.csv", "title,kind\nA fair at the harbour,activity\nA march,soup\n");

        assertThat(lookTwice()).isEqualTo(6);

        assertThat(names("refused"))
                .containsExactly(
                        "a.csv",
                        "a.csv.reason.txt",
                        "b.pdf",
                        "b.pdf.reason.txt",
                        "c.xml",
                        "c.xml.reason.txt",
                        "d.html",
                        "d.html.reason.txt",
                        "e.csv",
                        "e.csv.reason.txt");
        assertThat(folder.resolve("refused/a.csv.reason.txt")).content().contains("the first line must name columns");
        assertThat(folder.resolve("refused/b.pdf.reason.txt")).content().contains("known are .csv");
        assertThat(names("done")).containsExactly("f.csv", "f.csv.reason.txt");
        assertThat(folder.resolve("done/f.csv.reason.txt")).content().isEqualTo("line 3: kind: cannot be 'soup'\n");
        assertThat(all()).hasSize(1);
    }

    @Test
    void fileThatWasTakenWhenTheProgramEndedIsTakenAgainAndChangesNothing() throws Exception {
        put("list.csv", TABLE);
        lookTwice();
        Files.move(folder.resolve("done/list.csv"), folder.resolve("list.csv"));

        assertThat(lookTwice()).isEqualTo(1);

        assertThat(all())
                .singleElement()
                .satisfies(one -> assertThat(one.origins()).hasSize(1));
    }

    @Test
    void linksAreNotFollowedAndFoldersAreLeft() throws Exception {
        Path secret = Files.createDirectories(folder.resolve("folder.csv")).resolve("secret.csv");
        Files.writeString(secret, TABLE);
        Files.createSymbolicLink(folder.resolve("link.csv"), secret);

        assertThat(lookTwice()).isZero();
        assertThat(all()).isEmpty();
    }
}
