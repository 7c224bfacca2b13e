package org.sampan.digest.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Walks a message's parts and decides what is text, what is a file, and which of several versions is shown: plain text
 * before HTML (RFC 2046, 5.1.4, the other way round: it is lighter and safer), the reader's language (RFC 8255).
 */
final class PartWalk {
    private static final int DEEPEST = 15;
    private static final int MOST_PARTS = 300;

    private final Locale reader;
    private final LetterBuilder letter;
    private int seen;

    PartWalk(Locale reader, LetterBuilder letter) {
        this.reader = reader;
        this.letter = letter;
    }

    void walk(Part message) throws MessagingException {
        visit(new Place(message, "1"));
    }

    private void visit(Place place) throws MessagingException {
        if (++seen > MOST_PARTS || place.depth() > DEEPEST) {
            return;
        }
        Optional<Multipart> parts = FilePart.multipart(place.part());
        if (parts.isPresent()) {
            visitAll(FilePart.type(place.part()), place.children(parts.get()));
        } else {
            leaf(place);
        }
    }

    private void visitAll(String type, List<Place> children) throws MessagingException {
        switch (type) {
            case "multipart/alternative" -> alternative(children);
            case "multipart/multilingual" -> multilingual(children);
            case "multipart/related" -> related(children);
            case "multipart/encrypted" -> letter.isEncrypted();
            default -> {
                for (Place child : children) {
                    visit(child);
                }
            }
        }
    }

    private void alternative(List<Place> versions) throws MessagingException {
        Place shown = versions.stream()
                .filter(version -> version.is("text/plain") && !version.text().isBlank())
                .findFirst()
                .orElse(versions.get(versions.size() - 1));
        visit(shown);
        for (Place other : versions) {
            if (other.is("text/calendar") && other != shown) {
                addFile(other);
            }
        }
    }

    /** The first part is a preface for programs that do not know the type. */
    private void multilingual(List<Place> parts) throws MessagingException {
        List<Place> versions = parts.size() > 1 ? parts.subList(1, parts.size()) : parts;
        Place shown = versions.stream()
                .filter(version ->
                        Locale.forLanguageTag(version.language()).getLanguage().equals(reader.getLanguage()))
                .findFirst()
                .orElse(versions.get(0));
        letter.isIn(shown.language());
        Optional<Part> inner = FilePart.nested(shown.part());
        visit(inner.map(message -> new Place(message, shown.path() + ".1")).orElse(shown));
    }

    private void related(List<Place> parts) throws MessagingException {
        for (Place part : parts.subList(1, parts.size())) {
            String id = FilePart.header(part.part(), "Content-ID").replaceAll("[<>]", "");
            if (!id.isEmpty() && FilePart.type(part.part()).startsWith("image/")) {
                letter.addPicture(id, part.path());
            } else {
                visit(part);
            }
        }
        visit(parts.get(0));
    }

    private void leaf(Place place) {
        letter.isIn(place.language());
        String type = FilePart.type(place.part());
        if (type.endsWith("-signature")) {
            return;
        }
        if (isEncrypted(place, type)) {
            letter.isEncrypted();
        } else if (FilePart.isAttachment(place.part())) {
            addFile(place);
        } else if (type.equals("text/plain")) {
            letter.addText(place.text());
        } else if (type.equals("text/html")) {
            letter.addHtml(place.text());
        } else {
            addFile(place);
        }
    }

    private static boolean isEncrypted(Place place, String type) {
        return type.endsWith("pkcs7-mime")
                && !FilePart.parameter(place.part(), "smime-type").equalsIgnoreCase("signed-data");
    }

    private void addFile(Place place) {
        letter.addFile(FilePart.describe(place.part(), place.path(), FilePart.bytes(place.part()).length));
    }

    /** A part and where it stands. */
    private record Place(Part part, String path) {
        int depth() {
            return path.split("\\.", -1).length;
        }

        boolean is(String type) {
            return FilePart.type(part).equals(type);
        }

        String language() {
            return FilePart.header(part, "Content-Language")
                    .replaceAll(",.*", "")
                    .strip();
        }

        String text() {
            String text = PartText.decode(FilePart.bytes(part), FilePart.parameter(part, "charset"));
            boolean isFlowed = is("text/plain")
                    && FilePart.parameter(part, "format")
                            .toLowerCase(Locale.ROOT)
                            .equals("flowed");
            return isFlowed
                    ? PlainText.unfold(
                            text,
                            FilePart.parameter(part, "delsp")
                                    .toLowerCase(Locale.ROOT)
                                    .equals("yes"))
                    : text;
        }

        List<Place> children(Multipart parts) throws MessagingException {
            List<Place> children = new ArrayList<>();
            for (int i = 0; i < parts.getCount(); i++) {
                children.add(new Place(parts.getBodyPart(i), path + "." + (i + 1)));
            }
            return children;
        }
    }
}
