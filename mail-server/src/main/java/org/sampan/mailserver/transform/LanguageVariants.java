package org.sampan.mailserver.transform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * Takes a message in several languages apart ({@code multipart/multilingual}, RFC 8255): one message a language, each with the
 * subject in its language and with whatever is attached to all. Other messages are one, of the empty language.
 *
 * @param byLanguage in the order of the message; BCP 47 tags
 */
record LanguageVariants(Map<String, Message> byLanguage) {
    private static final String MULTILINGUAL = "multipart/multilingual";
    private static final String NO_LANGUAGE = "zxx";

    static LanguageVariants of(Message message) {
        Map<String, Message> variants = message.contentType().is(MULTILINGUAL)
                ? variants(message, message)
                : Multipart.read(message)
                        .filter(it -> message.contentType().is("multipart/mixed"))
                        .map(it -> attached(message, it))
                        .orElse(Map.of());
        return new LanguageVariants(variants.isEmpty() ? Map.of("", message) : variants);
    }

    /**
     * For readers of none of the languages: the list's language, else the first.
     *
     * @param ofList BCP 47 tag
     */
    String fallback(String ofList) {
        return Optional.of(ofList)
                .filter(byLanguage::containsKey)
                .orElseGet(() -> byLanguage.keySet().stream()
                        .filter(it -> primary(it).equals(primary(ofList)))
                        .findFirst()
                        .orElseGet(() -> byLanguage.keySet().iterator().next()));
    }

    /** A mail program reads it aloud, and breaks its lines, by the language it names (RFC 3282). */
    private static Message named(Message variant, String language) {
        return variant.with(variant.headers().replace(HeaderField.of("Content-Language", language)));
    }

    /** The languages stand in the first multilingual part; what is attached beside it goes with each. */
    private static Map<String, Message> attached(Message message, Multipart mixed) {
        for (int i = 0; i < mixed.parts().size(); i++) {
            Message part = mixed.parts().get(i);
            if (part.contentType().is(MULTILINGUAL)) {
                int index = i;
                Map<String, Message> variants = new LinkedHashMap<>();
                variants(part, part)
                        .forEach((language, content) -> variants.put(
                                language,
                                named(
                                        withSubject(
                                                message.withBody(mixed.with(index, content.with(contentOnly(content)))
                                                        .bytes()),
                                                content),
                                        language)));
                return variants;
            }
        }
        return Map.of();
    }

    /** @param outer gives the headers that are not about the content */
    private static Map<String, Message> variants(Message multilingual, Message outer) {
        Map<String, Message> variants = new LinkedHashMap<>();
        Multipart.read(multilingual).ifPresent(it -> it.parts().forEach(part -> addVariant(variants, part, outer)));
        return variants;
    }

    /** The preface has no language; the part for everybody has {@code zxx} and adds nothing to the others. */
    private static void addVariant(Map<String, Message> variants, Message part, Message outer) {
        String language = part.headers().value("Content-Language").strip();
        if (language.isEmpty() || language.equalsIgnoreCase(NO_LANGUAGE)) {
            return;
        }
        Message content = part.contentType().mimeType().startsWith("message/")
                ? TransferCoding.decode(part).map(Message::parse).orElse(part)
                : part;
        Headers headers = outer.headers().without(LanguageVariants::isContent);
        for (HeaderField field : content.headers().fields()) {
            headers = isContent(field) ? headers.plus(field) : headers;
        }
        String tag = Locale.forLanguageTag(language).toLanguageTag();
        variants.putIfAbsent(tag, named(withSubject(outer.with(headers).withBody(content.body()), content), tag));
    }

    private static Message withSubject(Message message, Message content) {
        return content.headers()
                .first("Subject")
                .map(it -> message.with(message.headers().replace(it)))
                .orElse(message);
    }

    private static Headers contentOnly(Message message) {
        return message.headers().without(it -> !isContent(it));
    }

    private static boolean isContent(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT).startsWith("content-");
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
