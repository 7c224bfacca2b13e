package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class StaticArchiveTest {
    private static final Map<String, byte[]> FILES = archive();

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
                if (!target.startsWith("http") && !target.startsWith("#")) {
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
