package org.sampan.mailserver.transform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/**
 * Puts the list's tag into the subject, once: {@code Re: [members] Monday}, behind what mail programs of many languages write
 * before an answer. A subject that has the tag keeps every byte, and so does the rest of one that gets it.
 */
final class TagSubject implements Transformation {
    private static final String ANSWER =
            "(?:(?:re|aw|antw|sv|vs|r|rif|res|odp|ynt|bls|vá|trả lời|tl|ตอบ|ตอบกลับ|回复|回覆|答复|答覆)(?:\\[\\d+])?\\s*[:：]\\s*)*";
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
        String text = subject.map(HeaderField::text).orElse("");
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

    private static Headers place(Headers all, Headers others, String value) {
        HeaderField field = HeaderField.of("Subject", value);
        return all.has("Subject") ? all.replace(field) : others.plus(field);
    }

    private static int lengthOfAnswers(String text) {
        Matcher matcher = ANSWERS.matcher(text);
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
