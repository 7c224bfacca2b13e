package org.sampan.console.catcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catcher over real SMTP and real HTTP. */
class MailCatcherTest {

    private final Path folder;
    private final MailCatcher catcher;
    private final HttpClient http = HttpClient.newHttpClient();

    MailCatcherTest(@TempDir Path folder) {
        this.folder = folder;
        this.catcher = MailCatcher.start(folder, 0, 0);
    }

    @AfterEach
    void close() {
        catcher.close();
    }

    @Test
    void listShowsTheMailAndEscapesItsSubject() throws Exception {
        send("khmer-alternative-with-image-and-attachment.eml", "alice@harbour.example");
        String page = get("").body();
        assertThat(page)
                .contains("alice@harbour.example", "&lt;script&gt;alert(&quot;subject&quot;)&lt;/script&gt; សេចក្តី")
                .doesNotContain("<script>");
    }

    @Test
    void listIsFilteredByRecipientAndSubject() throws Exception {
        send("thai-in-tis-620.eml", "alice@harbour.example");
        send("raw-utf-8-with-unknown-charset.eml", "bob@harbour.example");
        assertThat(get("?to=BOB").body()).contains("bob@harbour.example").doesNotContain("alice@");
        assertThat(get("?subject=%E0%B8%9B%E0%B8%A3%E0%B8%B0").body())
                .contains("alice@")
                .doesNotContain("bob@");
    }

    @Test
    void everyViewOfAMailIsShown() throws Exception {
        String path = "mails/" + send("khmer-alternative-with-image-and-attachment.eml", "alice@harbour.example");
        assertThat(get(path).body()).contains("<iframe", "sandbox='allow-popups", "សេចក្តី.pdf");
        assertThat(get(path + "/text").body()).contains("សេចក្តីថ្លែងការណ៍ជាអក្សរ");
        assertThat(get(path + "/headers").body())
                .contains("List-Id: Mekong news")
                .doesNotContain("--m");
        assertThat(get(path + "/source").body())
                .contains("Delivered-To: alice@harbour.example", "Content-ID: &lt;logo@press&gt;");
        assertThat(get(path + "/attachments/0").body()).isEqualTo("%PDF-1.4");
    }

    @Test
    void renderedMailRunsNoScriptAndLoadsNothing() throws Exception {
        String path =
                "mails/" + send("khmer-alternative-with-image-and-attachment.eml", "alice@harbour.example") + "/frame";
        HttpResponse<String> frame = get(path);
        assertThat(frame.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "sandbox allow-popups")
                        .doesNotContain("allow-scripts", "allow-same-origin", "http"));
        assertThat(frame.body()).contains("<head><base target=_blank>");
    }

    @Test
    void anotherHostsNameIsRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", catcher.url().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void unknownMailIsNotFound() throws Exception {
        assertThat(get("mails/1").statusCode()).isEqualTo(404);
        assertThat(get("mails/..%2F..%2Fetc").statusCode()).isEqualTo(404);
    }

    @Test
    void mailsOfAnEarlierRunAreStillThere() throws Exception {
        String id = send("thai-in-tis-620.eml", "alice@harbour.example");
        CaughtMails later = new CaughtMails(folder, 10);
        assertThat(later.find(id)).hasValueSatisfying(mail -> {
            assertThat(mail.recipients()).containsExactly("alice@harbour.example");
            assertThat(mail.sender()).isEqualTo("members-bounces+token@lists.example");
        });
    }

    @Test
    void oldestMailsAreDropped() throws IOException {
        CaughtMails few = new CaughtMails(folder, 2);
        for (int i = 0; i < 5; i++) {
            try (InputStream mail = Files.newInputStream(MailReadingTest.fixture("thai-in-tis-620.eml"))) {
                few.add("", List.of("alice@harbour.example"), mail);
            }
        }
        assertThat(few.size()).isEqualTo(2);
        assertThat(Objects.requireNonNull(folder.toFile().list())).hasSize(2);
    }

    /** Returns the mail's id in the catcher. */
    private String send(String fixture, String recipient) throws IOException, MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(catcher.smtpPort()));
        properties.put("mail.smtp.from", "members-bounces+token@lists.example");
        try (InputStream mail = Files.newInputStream(MailReadingTest.fixture(fixture))) {
            Message message = new MimeMessage(Session.getInstance(properties), mail);
            Transport.send(message, new InternetAddress[] {new InternetAddress(recipient)});
        }
        return catcher.mails().search("", "").get(0).id();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = catcher.url().resolve("/" + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
