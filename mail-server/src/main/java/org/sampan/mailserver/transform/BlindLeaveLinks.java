package org.sampan.mailserver.transform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * Makes links to leave, and to one's preferences, useless in a post: whoever answers a post may quote the footer of their own
 * copy, and every reader could then take them off the list with one click. Signed parts are left alone.
 */
final class BlindLeaveLinks implements Transformation {
    private static final int DEEPEST = 12;
    private static final String SOFT_BREAK = "(?:=\\r?\\n)?";
    private static final Pattern TOKEN = Pattern.compile("(?<=(?:/leave/|/preferences/|-leave\\+)" + SOFT_BREAK
            + ")(?:[A-Za-z0-9_-]" + SOFT_BREAK + "){" + LeaveToken.LENGTH + "}");
    private static final Pattern TOKEN_CHARACTER = Pattern.compile("[A-Za-z0-9_-]");

    private final SigningKey key;

    BlindLeaveLinks(SigningKey key) {
        this.key = key;
    }

    @Override
    public Message apply(Message message, Rendering rendering) {
        return blinded(message, 0).orElse(message);
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    @Override
    public boolean isMandatory() {
        return true;
    }

    /** Empty when there is nothing to change. */
    private Optional<Message> blinded(Message part, int depth) {
        String type = part.contentType().mimeType();
        if (depth > DEEPEST || type.equals("multipart/signed") || type.equals("multipart/encrypted")) {
            return Optional.empty();
        }
        if (part.contentType().isMultipart()) {
            return Multipart.read(part).flatMap(it -> parts(it, depth)).map(it -> part.withBody(it.bytes()));
        }
        if (type.equals("message/rfc822")) {
            return blinded(Message.parse(part.body()), depth + 1).map(it -> part.withBody(it.bytes()));
        }
        return part.contentType().isText() ? text(part) : Optional.empty();
    }

    private Optional<Multipart> parts(Multipart multipart, int depth) {
        Multipart changed = multipart;
        for (int i = 0; i < multipart.parts().size(); i++) {
            Optional<Message> part = blinded(multipart.parts().get(i), depth + 1);
            if (part.isPresent()) {
                changed = changed.with(i, part.get());
            }
        }
        return changed == multipart ? Optional.empty() : Optional.of(changed);
    }

    private Optional<Message> text(Message part) {
        if (!part.transferEncoding().equals("base64")) {
            return blinded(part.body()).map(part::withBody);
        }
        return TransferCoding.decode(part)
                .flatMap(this::blinded)
                .map(it -> part.withBody(Base64.getMimeEncoder().encode(it)));
    }

    private Optional<byte[]> blinded(byte[] text) {
        String latin1 = new String(text, StandardCharsets.ISO_8859_1);
        Matcher tokens = TOKEN.matcher(latin1);
        StringBuilder changed = new StringBuilder(latin1.length());
        boolean any = false;
        while (tokens.find()) {
            boolean ours = isOurs(tokens.group());
            any |= ours;
            tokens.appendReplacement(changed, ours ? blind(tokens.group()) : Matcher.quoteReplacement(tokens.group()));
        }
        return any
                ? Optional.of(tokens.appendTail(changed).toString().getBytes(StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private boolean isOurs(String token) {
        return LeaveToken.parse(token.replaceAll("=\\r?\\n", ""), key).isPresent();
    }

    /** The same length, so that no line changes its. */
    private static String blind(String token) {
        return TOKEN_CHARACTER.matcher(token).replaceAll("x");
    }
}
