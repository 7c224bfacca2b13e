package org.sampan.mailserver.transform;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.post.Charsets;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/**
 * Puts the list's tag into the subject, once: {@code Re: [members] Monday}, behind what mail programs of many languages write
 * before an answer. A subject that has the tag keeps every byte, and so does the rest of one that gets it.
 */
final class TagSubject implements Transformation {
    /** What mail programs of the world write before the subject of an answer; both colons, with counts and stars of some. */
    private static final String ANSWER =
            "(?:(?:re|aw|antw|antwort|sv|vs|vb|ref|rif|r|res|odp|ynt|bls|vá|ad|απ|σχετ|отв|ответ|на"
                    + "|trả lời|tl|hồi âm|ตอบ|ตอบกลับ|ຕອບ|ຕອບກັບ|ឆ្លើយតប|အကြောင်းပြန်|တုံ့ပြန်"
                    + "|回复|回覆|答复|答覆|返信|답장|회신)(?:\\s?\\[\\d+]|\\(\\d+\\)|\\^\\d+)?\\s*[:：]\\s*)*";

    private static final int MOST_ANSWERS = 200;

    private static final Pattern ANSWERS =
            Pattern.compile(ANSWER, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public Message apply(Message message, Rendering rendering) {
        String name = rendering.list().settings().subjectTag();
        if (name.isEmpty()) {
            return message;
        }
        String tag = "[" + name + "]";
        Optional<HeaderField> subject = message.headers().first("Subject");
        String text = subject.map(it -> it.text(charset(message))).orElse("");
        int tags = count(tag, text);
        if (tags == 1) {
            return message;
        }
        Headers headers = message.headers().without("Subject");
        return message.with(
                place(message.headers(), headers, tags == 0 ? tagged(subject, text, tag) : rewritten(text, tag)));
    }

    /** In the raw value where that is possible, so that its bytes stay. */
    private static String tagged(Optional<HeaderField> subject, String text, String tag) {
        String raw = subject.map(HeaderField::value).orElse("");
        int behindAnswers = lengthOfAnswers(raw);
        boolean answersAreEncoded = lengthOfAnswers(text) > 0 && behindAnswers == 0;
        if (answersAreEncoded || !isAscii(raw)) {
            return rewritten(text, tag);
        }
        String rest = raw.substring(behindAnswers);
        // Readers drop the space between two encoded words, so here the first one holds it.
        String encodedTag =
                isAscii(tag) || !rest.startsWith("=?") ? EncodedWords.encode(tag) : EncodedWords.encode(tag + " ");
        return (raw.substring(0, behindAnswers) + encodedTag + " " + rest).strip();
    }

    private static String rewritten(String text, String tag) {
        String bare = Pattern.compile(Pattern.quote(tag) + "\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll("");
        int behindAnswers = lengthOfAnswers(bare);
        return EncodedWords.encode(
                (bare.substring(0, behindAnswers) + tag + " " + bare.substring(behindAnswers)).strip());
    }

    /** Raw 8-bit subjects are mostly in the charset of the text below them. */
    private static Charset charset(Message message) {
        return message.contentType()
                .parameter("charset")
                .flatMap(Charsets::named)
                .filter(it -> !it.equals(StandardCharsets.UTF_8) && !it.equals(StandardCharsets.US_ASCII))
                .orElse(StandardCharsets.ISO_8859_1);
    }

    private static Headers place(Headers all, Headers others, String value) {
        HeaderField field = HeaderField.of("Subject", value);
        return all.has("Subject") ? all.replace(field) : others.plus(field);
    }

    /** Of the first that a person would read: a pattern that repeats a group uses the stack for each time. */
    private static int lengthOfAnswers(String text) {
        Matcher matcher = ANSWERS.matcher(text).region(0, Math.min(text.length(), MOST_ANSWERS));
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private static int count(String tag, String text) {
        Matcher matcher = Pattern.compile(Pattern.quote(tag), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(it -> it < 0x7f);
    }
}
