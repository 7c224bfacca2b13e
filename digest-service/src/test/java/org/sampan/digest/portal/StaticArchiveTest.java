package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sampan.digest.desk.statement.SceneStatements;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.DecideStatement.Wish;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.Text;

class StaticArchiveTest {
    private static final SceneStatements STATEMENTS = new SceneStatements(PortalScene.fresh());
    private static final Statement CORRECTED = corrected();
    private static final Statement WITHDRAWN = withdrawn(false);
    private static final Statement REMOVED = withdrawn(true);
    private static final Statement PRIVATE = STATEMENTS.sent(List.of(SceneStatements.MEMBERS));
    private static final Statement DRAFT = STATEMENTS.draft(List.of(SceneStatements.NEWS));
    private static final Statement EMBARGOED = embargoed();
    private static final Map<String, byte[]> FILES = archive();

    private static Statement corrected() {
        Statement first = STATEMENTS.sent(List.of(SceneStatements.NEWS));
        EditStatement edit = PortalScene.fresh().service.bean(EditStatement.class);
        DecideStatement decide = PortalScene.fresh().service.bean(DecideStatement.class);
        Text text = decide.correct(first.id(), SceneStatements.ALICE)
                .latest()
                .content()
                .original();
        edit.say(
                first.id(),
                text.saying(text.subject(), new Markdown("Every kiln has paid."), "All have paid."),
                List.of(),
                SceneStatements.ALICE);
        edit.letOlderGo(first.id(), SceneStatements.KHMER, SceneStatements.ALICE);
        edit.removeLanguage(first.id(), SceneStatements.BURMESE, SceneStatements.ALICE);
        return STATEMENTS.send(first.id());
    }

    private static Statement withdrawn(boolean removed) {
        Statement statement = STATEMENTS.sent(List.of(SceneStatements.NEWS));
        PortalScene.fresh()
                .service
                .bean(DecideStatement.class)
                .withdraw(
                        statement.id(),
                        new Wish("A figure was wrong.", List.of(), removed, false),
                        SceneStatements.ALICE);
        return statement;
    }

    private static Statement embargoed() {
        Statement statement = STATEMENTS.draft(List.of(SceneStatements.NEWS));
        PortalScene scene = PortalScene.fresh();
        scene.service
                .bean(EditStatement.class)
                .embargo(
                        statement.id(),
                        Optional.of(new Embargo(LocalDateTime.of(2036, 12, 1, 9, 0), ZoneId.of("Asia/Bangkok"))),
                        SceneStatements.ALICE);
        scene.service.bean(DecideStatement.class).release(statement.id(), SceneStatements.ALICE);
        return statement;
    }

    private static Map<String, byte[]> archive() {
        try {
            return unpacked(written());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        PortalScene.fresh().service.bean(StaticArchive.class).write(zip);
        return zip.toByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private static String text(String file) {
        return new String(FILES.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void everythingPublishedIsThereAndNothingElse() {
        assertThat(FILES)
                .containsKeys(
                        "index.html",
                        "news/feed.atom",
                        "news/mekong-weekly.html",
                        "news/mekong-weekly/1.html",
                        "news/mekong-weekly/feed.json",
                        "news/items/1.html",
                        "news/kinds/statement.html",
                        "news/countries/th.html",
                        "news/languages/km.html",
                        "news/languages/km.en.html",
                        "news/kinds/statement.th.html",
                        "index.my.html",
                        "news/languages/km/feed.rss",
                        "assets/sampan.css")
                .doesNotContainKey("news/mekong-weekly/2.html");
        FILES.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("A draft nobody may see yet", "<script", "sign-in"));
    }

    /** Opened from a disk, every link leads to a file that is there, to the site, or out. */
    @Test
    void linksLeadFromFileToFile() {
        FILES.keySet().stream().filter(name -> name.endsWith(".html")).forEach(name -> {
            Document page = Jsoup.parse(text(name));
            for (Element link : page.select("[href], [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (!target.matches("(http|#|tel:|mailto:).*")) {
                    Path file = Path.of("/" + name)
                            .resolve("..")
                            .resolve(target.replaceAll("#.*", ""))
                            .normalize();
                    assertThat(FILES)
                            .as(name + " → " + target)
                            .containsKey(file.toString().substring(1));
                    if (target.contains("#")) {
                        assertThat(Jsoup.parse(text(file.toString().substring(1)))
                                        .getElementById(target.replaceAll(".*#", "")))
                                .as(name + " → " + target)
                                .isNotNull();
                    }
                }
            }
        });
        assertThat(Jsoup.parse(text("news/mekong-weekly/1.html")).select("h3 a").eachAttr("href"))
                .allMatch(link -> link.startsWith("../items/"));
    }

    @Test
    void statementsAreThereInEachVersionAndLanguageWithTheirFiles() {
        String path = "statements/" + CORRECTED.id();
        assertThat(FILES)
                .containsKeys(
                        "statements.html",
                        "statements.my.html",
                        "statements/feed.atom",
                        path + ".html",
                        path + "/km.html",
                        path + "/versions/1.html",
                        path + "/versions/1/my.html",
                        path + "/versions/2.html",
                        path + "/versions/2/km.html")
                .doesNotContainKey(path + "/my.html");
        assertThat(new String(FILES.get(path + "/versions/1/files/0.pdf"), StandardCharsets.US_ASCII))
                .startsWith("%PDF-1.7 kilns");
        Document latest = Jsoup.parse(text(path + ".html"));
        assertThat(latest.select("main").text()).contains("Every kiln has paid.", "Version 1");
        assertThat(latest.select(".files a").attr("href")).isEqualTo(CORRECTED.id() + "/versions/2/files/0.pdf");
        assertThat(latest.select("#versions + ol a").attr("href")).isEqualTo(CORRECTED.id() + "/versions/1.html");
        Document khmer = Jsoup.parse(text(path + "/versions/1/km.html"));
        assertThat(khmer.select("html").attr("lang")).isEqualTo("km");
        assertThat(khmer.select("article h1").attr("lang")).isEqualTo("km");
        assertThat(Jsoup.parse(text("statements.km.html")).select("h2 a").eachAttr("href"))
                .contains(path + "/km.html");
        assertThat(Jsoup.parse(text("index.html")).select("main a").eachAttr("href"))
                .contains("statements.html");
    }

    @Test
    void withdrawnStatementsSaySoAndThoseNobodyMaySeeAreNot() {
        String struck = text("statements/" + WITHDRAWN.id() + ".html");
        assertThat(Jsoup.parse(struck).select("main").text())
                .contains("We have withdrawn this statement.", "A figure was wrong.", "families");
        assertThat(Jsoup.parse(struck).select(".struck")).isNotEmpty();
        assertThat(text("statements/" + REMOVED.id() + ".html"))
                .contains("A figure was wrong.")
                .doesNotContain("families");
        assertThat(FILES).doesNotContainKey("statements/" + REMOVED.id() + "/versions/1/files/0.pdf");
        for (Statement hidden : List.of(PRIVATE, DRAFT, EMBARGOED)) {
            String title = hidden.latest().content().original().subject();
            assertThat(FILES.keySet())
                    .as(title)
                    .noneMatch(name -> name.startsWith("statements/" + hidden.id() + "/")
                            || name.equals("statements/" + hidden.id() + ".html"));
            FILES.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(name)
                    .doesNotContain(title + "<", title + "\""));
        }
    }

    @Test
    void nothingIsWrittenWhenNobodySaysWhichStatementsArePublic() {
        PortalScene scene = PortalScene.fresh();
        scene.mailServer.when("GET /lists", 503, "{}");
        assertThat(scene.service.get("/api/export").statusCode()).isEqualTo(503);
    }

    @Test
    void everyPageIsInItsOwnLanguageAndLeadsToTheOthers() {
        assertThat(Jsoup.parse(text("news/languages/km.html")).select("html").attr("lang"))
                .isEqualTo("km");
        Document shelf = Jsoup.parse(text("news/kinds/statement.th.html"));
        assertThat(shelf.select("html").attr("lang")).isEqualTo("th");
        assertThat(shelf.select(".home").attr("href")).isEqualTo("../../index.th.html");
        assertThat(shelf.select(".languages a").eachAttr("href")).contains("statement.html", "statement.km.html");
        FILES.keySet().stream().filter(name -> name.startsWith("news/items/")).forEach(name -> {
            Document item = Jsoup.parse(text(name));
            assertThat(item.select("html").attr("lang"))
                    .as(name)
                    .isEqualTo(item.select("h1").attr("lang"));
        });
        assertThat(shelf.select("form, input")).isEmpty();
        assertThat(text("assets/sampan.css")).contains("@media print");
    }

    @Test
    void sameNewsGiveTheSameArchive() throws IOException {
        assertThat(written()).isEqualTo(written());
    }

    @Test
    void archiveIsHadByRestAndIsToldToSearchEngines() throws IOException {
        PortalScene scene = PortalScene.fresh();
        assertThat(scene.service.get("/api/export").statusCode()).isEqualTo(200);
        assertThat(scene.service.get("/sitemap.xml").body())
                .contains(
                        "<loc>http://news.example/news/mekong-weekly/1</loc>",
                        "<loc>http://news.example/news/items/1</loc>");
        assertThat(scene.service.get("/robots.txt").body()).contains("Sitemap: http://news.example/sitemap.xml");
        Path folder = Path.of("target", "archive");
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.resolve("..").normalize());
            Files.write(to, file.getValue());
        }
    }
}
