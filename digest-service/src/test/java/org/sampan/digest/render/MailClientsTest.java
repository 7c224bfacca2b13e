package org.sampan.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No mail of ours asks a mail program for what it cannot do and leaves its reader with less: each feature is one that the
 * named programs support, or {@code mail-fallbacks.properties} says what readers get without it.
 */
class MailClientsTest {
    private static ClientSupport support;
    private static Properties fallbacks;
    private static Map<String, String> mails;

    @BeforeAll
    static void read() throws Exception {
        support = ClientSupport.read(GoldenMails.FOLDER.resolve("caniemail.csv"));
        fallbacks = new Properties();
        try (Reader in = Files.newBufferedReader(GoldenMails.FOLDER.resolve("mail-fallbacks.properties"))) {
            fallbacks.load(in);
        }
        mails = GoldenMails.html();
    }

    private static Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new TreeMap<>();
        mails.forEach((file, html) -> MailFeatures.of(html)
                .forEach(feature ->
                        used.computeIfAbsent(feature, it -> new TreeSet<>()).add(file)));
        return used;
    }

    @Test
    void everyKindOfMailIsLookedAt() {
        assertThat(mails.keySet())
                .contains("edition-en.html", "edition-shn.html", "correction-km.txt", "withdrawal-en.txt")
                .contains("welcome.eml", "held.eml", "confirm-join.eml");
    }

    @Test
    void everyFeatureIsSupportedOrHasAFallback() {
        List<String> lost = new ArrayList<>();
        used().forEach((feature, files) -> {
            List<String> without = support.without(feature);
            if (!without.isEmpty() && !fallbacks.containsKey(feature)) {
                lost.add(feature + " in " + files.iterator().next() + ", not in " + without);
            }
        });

        assertThat(lost)
                .as("say in mail-fallbacks.properties what readers get without")
                .isEmpty();
    }

    @Test
    void whatIsNotUsedAnyMoreIsNotListed() {
        Set<String> listed = new TreeSet<>(support.names());
        listed.addAll(fallbacks.stringPropertyNames());
        listed.removeAll(used().keySet());
        Set<String> needless = fallbacks.stringPropertyNames().stream()
                .filter(feature -> support.without(feature).isEmpty())
                .collect(Collectors.toSet());

        assertThat(listed).isEmpty();
        assertThat(needless).isEmpty();
    }

    /** Word, which shows mails in Outlook, knows no padding but that of cells. */
    @Test
    void roomStandsInCells() {
        mails.forEach((file, html) -> assertThat(Jsoup.parse(html).select("[style*=padding]:not(td):not(body)"))
                .as(file)
                .allMatch(MailClientsTest::losesNothingInWord));
    }

    private static boolean losesNothingInWord(Element element) {
        boolean button = element.is("td[style*=mso-padding-alt] > a");
        boolean quotation = element.is("blockquote");
        return button || quotation || element.attr("style").matches(".*padding: ?0[;\"].*");
    }

    @Test
    void newFeatureIsNoticed() {
        assertThat(MailFeatures.of(
                        "<style>@supports (display: grid) { p { color: red } } p:hover { width: calc(1vw + 1px) }</style>"
                                + "<p style='display:grid;inset:0' hidden>x</p>"))
                .contains("css-at-supports", "css-pseudo-class-hover", "css-function-calc", "css-display-grid")
                .contains("css-inset", "html-hidden");
    }
}
