package org.sampan.console.catcher;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The catcher's pages: small, without script, the same on a phone. */
final class CatcherPages {

    /** What one mail's page shows. */
    enum View {
        RENDERED,
        TEXT,
        HEADERS,
        SOURCE;

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int PAGE = 50;
    private static final int MOST_SOURCE = 512 << 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT);

    Html list(List<CaughtMail> found, ListRequest request) {
        int from = Math.min((request.page() - 1) * PAGE, found.size());
        List<CaughtMail> shown = found.subList(from, Math.min(from + PAGE, found.size()));
        Html rows = Html.join(shown.stream().map(CatcherPages::row).toList());
        Html nothing =
                Html.of("<p class=quiet>{}</p>", request.filtered() ? "No mail matches." : "No mail has come yet.");
        return page(
                "Caught mail",
                Html.of(
                        """
                        <form class=filter>
                        <label>Recipient <input name=to value='{}' type=search></label>
                        <label>Subject <input name=subject value='{}' type=search></label>
                        <button>Filter</button> <a href='/'>All, newest first</a>
                        </form>
                        <p class=quiet>{} {}</p>
                        {}{}""",
                        request.recipient(),
                        request.subject(),
                        found.size(),
                        found.size() == 1 ? "mail" : "mails",
                        shown.isEmpty() ? nothing : Html.of("<ol class=mails>{}</ol>", rows),
                        pager(found.size(), request)));
    }

    private static Html row(CaughtMail mail) {
        return Html.of(
                """
                <li><a href='/mails/{}'><span class=subject dir=auto>{}</span>
                <span class=to>to {}</span> <span class=from dir=auto>from {}</span>
                <time>{}</time> <span class=size>{}</span></a></li>
                """,
                mail.id(),
                mail.subject().isBlank() ? "(no subject)" : mail.subject(),
                String.join(", ", mail.recipients()),
                mail.from(),
                time(mail.caughtAt()),
                size(mail.bytes()));
    }

    private static Html pager(int found, ListRequest request) {
        List<Html> links = new ArrayList<>();
        if (request.page() > 1) {
            links.add(Html.of("<a rel=prev href='{}'>Newer</a> ", request.link(request.page() - 1)));
        }
        if (request.page() * PAGE < found) {
            links.add(Html.of("<a rel=next href='{}'>Older</a>", request.link(request.page() + 1)));
        }
        return Html.of("<nav class=pager>{}</nav>", Html.join(links));
    }

    Html mail(CaughtMail mail, View view) throws IOException {
        MailReading reading = MailReading.of(mail.file());
        return page(
                mail.subject().isBlank() ? "(no subject)" : mail.subject(),
                Html.of(
                        "<article><dl class=envelope>{}{}{}{}{}</dl>{}{}{}</article>",
                        line("From", reading.header("From")),
                        line("To", reading.header("To")),
                        line("Date", reading.header("Date")),
                        line(
                                "Envelope",
                                "from <" + mail.sender() + "> to <" + String.join(">, <", mail.recipients()) + ">"),
                        line("List", reading.header("List-Id")),
                        attachments(mail, reading),
                        tabs(mail, view),
                        body(mail, reading, view)));
    }

    private static Html line(String name, String value) {
        return value.isEmpty() ? Html.NOTHING : Html.of("<dt>{}</dt><dd dir=auto>{}</dd>", name, value);
    }

    private static Html tabs(CaughtMail mail, View view) {
        List<Html> tabs = new ArrayList<>();
        for (View each : View.values()) {
            tabs.add(Html.of(
                    "<a href='/mails/{}/{}'{}>{}</a>",
                    mail.id(),
                    each.path(),
                    each == view ? new Html(" aria-current=page") : Html.NOTHING,
                    each.name().charAt(0) + each.path().substring(1)));
        }
        return Html.of("<nav class=tabs>{}</nav>", Html.join(tabs));
    }

    private static Html attachments(CaughtMail mail, MailReading reading) {
        List<Html> files = new ArrayList<>();
        for (int i = 0; i < reading.attachments().size(); i++) {
            Attachment file = reading.attachments().get(i);
            files.add(Html.of(
                    "<li><a href='/mails/{}/attachments/{}' download>{}</a> <span class=quiet>{}, {}</span></li>",
                    mail.id(),
                    i,
                    file.name(),
                    file.contentType(),
                    size(file.content().length)));
        }
        return files.isEmpty() ? Html.NOTHING : Html.of("<ul class=attachments>{}</ul>", Html.join(files));
    }

    private static Html body(CaughtMail mail, MailReading reading, View view) throws IOException {
        return switch (view) {
            case RENDERED -> reading.html().isPresent() ? frame(mail) : plain(reading);
            case TEXT -> plain(reading);
            case HEADERS -> Html.of("<pre class=source>{}</pre>", headers(source(mail)));
            case SOURCE -> Html.of("<pre class=source>{}</pre>", source(mail));
        };
    }

    /** No script, no form, no access to this page; links open in a tab of their own. */
    private static Html frame(CaughtMail mail) {
        return Html.of(
                "<iframe title='The mail as rendered' sandbox='allow-popups allow-popups-to-escape-sandbox' src='/mails/{}/frame'></iframe>",
                mail.id());
    }

    private static Html plain(MailReading reading) {
        return reading.text().isBlank()
                ? new Html("<p class=quiet>This mail has no plain text.</p>")
                : Html.of("<pre class=text dir=auto>{}</pre>", reading.text());
    }

    private static String source(CaughtMail mail) throws IOException {
        byte[] bytes = Files.readAllBytes(mail.file());
        boolean tooLong = bytes.length > MOST_SOURCE;
        String text = Charsets.decode(tooLong ? Arrays.copyOf(bytes, MOST_SOURCE) : bytes, "");
        return tooLong ? text + "\n… " + size(bytes.length) + " in all: " + mail.file() : text;
    }

    private static String headers(String source) {
        String[] parts = source.split("\r?\n\r?\n", 2);
        return parts[0];
    }

    Html problem(String title, String words) {
        return page(title, Html.of("<p>{}</p>", words));
    }

    private static Html page(String title, Html body) {
        return Html.of("""
                <!doctype html>
                <html lang=en><head><meta charset=utf-8><title>{} – Sampan demo</title>
                <meta name=viewport content='width=device-width, initial-scale=1'>
                <meta name=color-scheme content='light dark'>
                <link rel=stylesheet href='/style.css'></head>
                <body><header><a href='/'>Sampan demo: caught mail</a></header>
                <main><h1 dir=auto>{}</h1>{}</main></body></html>
                """, title, title, body);
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String size(long bytes) {
        return bytes < 1024 ? bytes + " B" : bytes < 1 << 20 ? (bytes >> 10) + " kB" : (bytes >> 20) + " MB";
    }

    /** What the list shows. */
    record ListRequest(String recipient, String subject, int page) {

        boolean filtered() {
            return !recipient.isBlank() || !subject.isBlank();
        }

        String link(int otherPage) {
            return "/?to=" + encoded(recipient) + "&subject=" + encoded(subject) + "&page=" + otherPage;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
