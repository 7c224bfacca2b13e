package org.sampan.digest.collect;

import io.github.furstenheim.CopyDown;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.mail2.jakarta.util.MimeMessageParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a mail says, as Markdown: its plain text as it was typed, or its HTML. */
final class MailedText {
    /** RFC 3676 section 4.3, and what phones add. */
    private static final Pattern SIGNATURE = Pattern.compile("(?s)(?:^|\n)-- ?\n.*");

    private MailedText() {}

    static String markdown(MimeMessageParser parts) {
        String text = Optional.ofNullable(parts.getPlainContent())
                .filter(plain -> !plain.isBlank())
                .orElseGet(
                        () -> ofHtml(Optional.ofNullable(parts.getHtmlContent()).orElse("")));
        String lines = text.replace("\r\n", "\n").replace("\0", "");
        return SIGNATURE.matcher(lines).replaceFirst("").strip();
    }

    private static String ofHtml(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style, head, title, img").remove();
        return new CopyDown().convert(document.body().html());
    }
}
