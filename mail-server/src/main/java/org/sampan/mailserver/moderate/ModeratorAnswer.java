package org.sampan.mailserver.moderate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.sampan.mailserver.post.Message;

/**
 * What a moderator's mail says.
 *
 * @param token of the link
 * @param kind empty when neither the address nor the text has a word that decides
 * @param words for the author, without what is quoted; may be empty
 */
record ModeratorAnswer(String token, Optional<Decision.Kind> kind, String words) {
    private static final Map<String, Decision.Kind> WORDS = Map.of(
            "approve", Decision.Kind.APPROVED,
            "accept", Decision.Kind.ACCEPTED,
            "reject", Decision.Kind.REJECTED,
            "discard", Decision.Kind.DISCARDED);
    private static final Pattern END = Pattern.compile("-- ?|_{5,}|-{3,}.*|\\S*:? ?Begin forwarded message:.*");
    private static final int LONGEST = 1_500;
    private static final int LONGEST_READ = 20_000;
    private static final int DEEPEST = 8;

    /** @param detail behind the {@code +} of the address */
    static ModeratorAnswer of(String detail, Message message) {
        String text = ownWords(message);
        String lower = detail.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Decision.Kind> word : WORDS.entrySet()) {
            if (lower.startsWith(word.getKey() + "-")) {
                String token = lower.substring(word.getKey().length() + 1);
                return new ModeratorAnswer(token, Optional.of(word.getValue()), withoutWord(text, word.getKey()));
            }
        }
        String first = text.strip().split("[\\s.,:;!]", 2)[0].toLowerCase(Locale.ROOT);
        return new ModeratorAnswer(lower, Optional.ofNullable(WORDS.get(first)), withoutWord(text, first));
    }

    private static String withoutWord(String text, String word) {
        String stripped = text.strip();
        boolean begins = stripped.regionMatches(true, 0, word, 0, word.length());
        String rest = begins ? stripped.substring(word.length()).replaceFirst("^[\\s.,:;!]+", "") : stripped;
        return rest.length() <= LONGEST ? rest : rest.substring(0, LONGEST) + "…";
    }

    /** The text up to a signature or a mark that another mail follows, without quoted lines and the line that leads to them. */
    private static String ownWords(Message message) {
        String text = text(message);
        List<String> lines = text.substring(0, Math.min(text.length(), LONGEST_READ))
                .lines()
                .takeWhile(line -> !END.matcher(line).matches())
                .toList();
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String next = lines.stream()
                    .skip(i + 1L)
                    .filter(it -> !it.isBlank())
                    .findFirst()
                    .orElse("");
            boolean leadsToQuote = next.startsWith(">") && lines.get(i).strip().endsWith(":");
            if (!lines.get(i).startsWith(">") && !leadsToQuote) {
                own.append(lines.get(i)).append('\n');
            }
        }
        return own.toString()
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String text(Message message) {
        try {
            MimeMessage mail =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message.bytes()));
            return plainText(mail, 0).orElse("");
        } catch (IOException | MessagingException unreadable) {
            return "";
        }
    }

    private static Optional<String> plainText(Part part, int depth) throws IOException, MessagingException {
        if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.isMimeType("text/html") && part.getContent() instanceof String html) {
            return Optional.of(html.replaceAll("(?i)<(br|/p|/div)[^>]*>", "\n").replaceAll("<[^>]*>", " "));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts && depth < DEEPEST) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = plainText(parts.getBodyPart(i), depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
