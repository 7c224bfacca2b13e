package org.sampan.mailserver.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/** Finds the files in a message, and puts something else in their places. Signed and encrypted parts are left alone. */
public final class AttachedFiles {
    private static final int DEEPEST = 12;
    private static final Pattern PART = Pattern.compile("1(\\.[1-9][0-9]{0,3}){0," + DEEPEST + "}");

    private AttachedFiles() {}

    /** In the order of the message. */
    public static List<AttachedFile> of(Message message) {
        List<AttachedFile> files = new ArrayList<>();
        replace(message, file -> {
            files.add(file);
            return Optional.empty();
        });
        return files;
    }

    /** The part of that number, whatever it is; empty when there is none or it holds others. */
    public static Optional<AttachedFile> find(Message message, String part) {
        if (!PART.matcher(part).matches()) {
            return Optional.empty();
        }
        Message found = message;
        String[] steps = part.split("\\.", -1);
        for (int depth = 1; depth < steps.length; depth++) {
            int number = Integer.parseInt(steps[depth]);
            Optional<Message> child = child(found, number);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            found = child.get();
        }
        return Multipart.read(found).isPresent() ? Optional.empty() : Optional.of(AttachedFile.of(part, found));
    }

    /**
     * Empty when nothing was replaced.
     *
     * @param replacement of a file; empty: it stays
     */
    public static Optional<Message> replace(Message message, Function<AttachedFile, Optional<Message>> replacement) {
        return replaced(message, "1", replacement);
    }

    private static Optional<Message> replaced(
            Message part, String number, Function<AttachedFile, Optional<Message>> replacement) {
        String type = part.contentType().mimeType();
        if (number.length() > 4 * DEEPEST || isSealed(type)) {
            return Optional.empty();
        }
        if (!part.contentType().isMultipart()) {
            return AttachedFile.isOne(part) ? replacement.apply(AttachedFile.of(number, part)) : Optional.empty();
        }
        return Multipart.read(part)
                .flatMap(it -> parts(it, type, number, replacement))
                .map(it -> part.withBody(it.bytes()));
    }

    private static Optional<Multipart> parts(
            Multipart multipart, String type, String number, Function<AttachedFile, Optional<Message>> replacement) {
        Multipart changed = multipart;
        for (int i = 0; i < multipart.parts().size(); i++) {
            Message part = multipart.parts().get(i);
            Optional<Message> other = type.equals("multipart/related") && isShownInPage(part)
                    ? Optional.empty()
                    : replaced(part, number + "." + (i + 1), replacement);
            if (other.isPresent()) {
                changed = changed.with(i, other.get());
            }
        }
        return changed == multipart ? Optional.empty() : Optional.of(changed);
    }

    private static boolean isShownInPage(Message part) {
        return !part.contentType().isMultipart()
                && part.headers().has("Content-ID")
                && !part.headers().value("Content-Disposition").startsWith("attachment");
    }

    /** What a signature or a key holds together. */
    private static boolean isSealed(String type) {
        return type.equals("multipart/signed")
                || type.equals("multipart/encrypted")
                || type.equals("application/pkcs7-mime")
                || type.equals("application/x-pkcs7-mime")
                || type.equals("application/pgp-encrypted");
    }

    private static Optional<Message> child(Message part, int number) {
        if (part.contentType().is("message/rfc822") && number == 1) {
            return TransferCoding.decode(part).map(Message::parse);
        }
        return Multipart.read(part)
                .map(Multipart::parts)
                .filter(it -> number <= it.size())
                .map(it -> it.get(number - 1));
    }
}
