package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sampan.digest.collect.MailedStatement.Passage;
import org.sampan.digest.collect.MailedStatement.Problem;

class MailedStatementTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/sampan/digest/collect");

    private static MailedStatement mail(String name) throws IOException {
        return MailedStatement.in(Files.readAllBytes(FOLDER.resolve(name)));
    }

    private static MailedStatement typed(String text) {
        return MailedStatement.in(("Subject: Title\nContent-Type: text/plain; charset=utf-8\n\n" + text)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesThatSayALanguageDivideTheText() throws IOException {
        MailedStatement statement = mail("statement-languages.eml");
        assertThat(statement.problems()).isEmpty();
        assertThat(statement.passages())
                .extracting(it -> it.language().toLanguageTag(), Passage::title)
                .containsExactly(
                        tuple("en", "[members, mekong-news, send] Statement on the kilns"),
                        tuple("km", "សេចក្តីថ្លែងការណ៍អំពីឡឥដ្ឋ"),
                        tuple("th", "แถลงการณ์เรื่องเตาเผาอิฐ"));
        assertThat(statement.passages().get(0).markdown()).endsWith("- Papers are given back");
        assertThat(statement.passages().get(1).markdown()).contains("[see]: https://harbour.example/kilns");
        assertThat(statement.passages().get(2).markdown()).isEqualTo("เราเรียกร้องให้ยุติค่าธรรมเนียม");
        assertThat(statement.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("kilns.pdf"));
    }

    @Test
    void htmlBecomesMarkdownWithoutWhatRunsOrLoads() throws IOException {
        MailedStatement statement = mail("statement-html.eml");
        assertThat(statement.passages()).singleElement().satisfies(passage -> {
            assertThat(passage.language()).isEqualTo(Locale.ENGLISH);
            assertThat(passage.markdown())
                    .contains("What we ask", "**every**", "[the list](https://harbour.example/boats)", "Rice")
                    .doesNotContain("alert", "tracker", "<");
        });
    }

    @Test
    void languagesOfAMultilingualMailAreTaken() throws IOException {
        byte[] mail = Files.readAllBytes(Path.of("src/test/resources/letter/multilingual.eml"));
        MailedStatement statement = MailedStatement.in(mail);
        assertThat(statement.passages().size()).isGreaterThan(1);
        assertThat(statement.passages())
                .allSatisfy(passage -> assertThat(passage.markdown()).isNotBlank());
    }

    @Test
    void languageOfATextIsFound() {
        assertThat(typed("เราเรียกร้องให้ยุติค่าธรรมเนียมที่เตาเผาอิฐ")
                        .passages()
                        .get(0)
                        .language())
                .isEqualTo(Locale.forLanguageTag("th"));
    }

    @Test
    void whatCannotBeTakenOverIsSaid() {
        assertThat(typed("").problems()).extracting(Problem::code).containsExactly("no-text");
        assertThat(typed("One.\n[xq] Two\nthree").problems())
                .extracting(Problem::code)
                .containsExactly("language");
        assertThat(typed("One.\n[xq] Two\nthree").passages().get(0).markdown()).contains("[xq] Two");
        MailedStatement twice = typed("[en] A\nOne.\n[en] B\nTwo.");
        assertThat(twice.problems()).extracting(Problem::code).containsExactly("twice");
        assertThat(twice.passages().get(0).markdown()).isEqualTo("One.\n\nTwo.");
        assertThat(typed("[en]\n1\n[km]\n1\n[th]\n1\n[lo]\n1\n[my]\n1\n[vi]\n1\n[zh]\n1\n[shn]\n1\n[fr]\n1")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("many");
        byte[] broken =
                "Content-Type: multipart/mixed; boundary=none\n\n--other\nx".getBytes(StandardCharsets.US_ASCII);
        assertThat(MailedStatement.in(broken).problems()).isNotEmpty();
    }
}
