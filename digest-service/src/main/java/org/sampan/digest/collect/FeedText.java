package org.sampan.digest.collect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A feed's bytes as text that a strict reader takes. Servers and feeds lie about the charset more often than bytes do: those that
 * read as UTF-8 are UTF-8, whatever is said; of the charsets that are said the feed's own comes before its server's.
 */
final class FeedText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final Pattern NAMED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
    private static final Pattern FIRST_ELEMENT = Pattern.compile("<([A-Za-z][\\w.-]*)");
    /** XML knows no such characters; sites let them through from their editors' word processors. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");
    /**
     * A date to the second: the feed reader takes three digits more at most, some programs write nine; others write a space, or leave
     * out the zone.
     */
    private static final Pattern FINE_DATE = Pattern.compile("(?<=>)(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)"
            + "(?:[.,]\\d{1,12})? ?(Z|[+-]\\d\\d:?\\d\\d)?(?=\\s{0,9}<)");
    /** Characters before the first element, at most: a feed that says more there is none. */
    private static final int HEAD = 4_000;
    /** Characters of a page in which it names its feed. */
    private static final int PAGE_HEAD = 100_000;

    private FeedText() {}

    /** @throws FeedProblem when it is a web page */
    static String of(Fetched.Body body, String address) throws FeedProblem {
        String text = decoded(body);
        String head = text.substring(0, Math.min(text.length(), HEAD));
        refusePage(head, text, address);
        String xml = NO_XML.matcher(withoutDoctype(head, text)).replaceAll("");
        return FINE_DATE
                .matcher(xml)
                .replaceAll(date -> date.group(1) + "T" + date.group(2)
                        + Optional.ofNullable(date.group(3)).orElse("Z"));
    }

    private static String decoded(Fetched.Body body) {
        byte[] bytes = body.bytes();
        return marked(bytes)
                .map(charset -> new String(bytes, charset))
                .orElseGet(() -> unmarked(body))
                .replaceFirst("\\A\\ufeff", "")
                .stripLeading();
    }

    /** By a byte order mark, or by the zeros beside the first bracket. */
    private static Optional<Charset> marked(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return switch (first) {
            case 0xfeff, 0x003c -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xfffe, 0x3c00 -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static String unmarked(Fetched.Body body) {
        String utf8 = new String(body.bytes(), StandardCharsets.UTF_8);
        if (isMeantAsUtf8(utf8)) {
            return utf8;
        }
        String head = new String(body.bytes(), 0, Math.min(body.bytes().length, HEAD), StandardCharsets.ISO_8859_1);
        return Stream.of(said(DECLARED, head), body.contentType().flatMap(type -> said(NAMED, type)))
                .flatMap(Optional::stream)
                .flatMap(charset -> strictly(body.bytes(), charset).stream())
                .findFirst()
                .orElseGet(() -> new String(body.bytes(), said(DECLARED, head).orElse(WESTERN)));
    }

    /** Many a site cuts a summary in the middle of a letter: one bad letter among many good ones is UTF-8 still. */
    private static boolean isMeantAsUtf8(String text) {
        long bad = text.chars().filter(letter -> letter == '\ufffd').count();
        return bad == 0
                || bad * 20 < text.chars().filter(letter -> letter > 0x7f).count();
    }

    private static Optional<Charset> said(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1))
                    ? Optional.of(Charset.forName(matcher.group(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    /** RSS 0.91 began with one that named a file of Netscape's. One that declares entities stays, and is refused by the reader. */
    private static String withoutDoctype(String head, String text) {
        int from = head.indexOf("<!DOCTYPE");
        int to = from < 0 ? -1 : head.indexOf('>', from);
        boolean declares = to < 0 || head.substring(from, to).indexOf('[') >= 0;
        return declares ? text : text.substring(0, from) + text.substring(to + 1);
    }

    private static void refusePage(String head, String text, String address) throws FeedProblem {
        Matcher first = FIRST_ELEMENT.matcher(head);
        if (!first.find() || !isOfPages(first.group(1).toLowerCase(Locale.ROOT))) {
            return;
        }
        String feed = Jsoup.parse(text.substring(0, Math.min(text.length(), PAGE_HEAD)), address)
                .select("link[rel~=(?i)alternate]")
                .stream()
                .filter(link -> link.attr("type").matches("(?i)application/(rss\\+xml|atom\\+xml|feed\\+json)"))
                .map(FeedText::address)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .map(named -> "; it names this feed: " + named)
                .orElse("");
        throw new FeedProblem("is a web page, no feed" + feed);
    }

    private static boolean isOfPages(String element) {
        return element.equals("html") || element.equals("head") || element.equals("body") || element.equals("script");
    }

    private static String address(Element link) {
        return link.attr("abs:href");
    }
}
