package org.sampan.digest.collect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.sampan.digest.source.Validators;
import org.springframework.util.DigestUtils;

/**
 * An article's page in a file, as a browser saved it. Where it was on the web it says itself, or the browser that saved it did.
 *
 * @param address its own, or else the file's
 */
record SavedPage(URI address, FeedItem item, WebPage page) {
    private static final Pattern SAVED_FROM = Pattern.compile("<!-- saved from url=\\(\\d+\\)(https?://[^\\s>]+)");
    private static final int HEAD = 2_000;

    /** @throws FeedProblem when there is no article on it */
    static SavedPage read(byte[] bytes, URI file) throws FeedProblem {
        Optional<URI> address = addressIn(bytes);
        WebPage page =
                WebPage.read(address.orElse(file), new Fetched.Body(bytes, Optional.of("text/html"), Validators.NONE));
        FeedItem item = page.item();
        return new SavedPage(address.orElse(file), address.isPresent() ? item : named(item, bytes), page);
    }

    /** Browsers call many a page index.html: without an address it is known by what it says. */
    private static FeedItem named(FeedItem item, byte[] bytes) {
        return item.withoutLink().withGuid("md5:" + DigestUtils.md5DigestAsHex(bytes));
    }

    private static Optional<URI> addressIn(byte[] bytes) throws FeedProblem {
        Document page = PageTree.of(bytes, null, "");
        return Stream.of(
                        page.select("link[rel=canonical]").attr("href"),
                        page.select("meta[property=og:url]").attr("content"),
                        savedFrom(bytes))
                .filter(address -> address.startsWith("http"))
                .flatMap(address -> CanonicalLink.of(address, address).stream())
                .findFirst();
    }

    private static String savedFrom(byte[] bytes) {
        Matcher mark =
                SAVED_FROM.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
        return mark.find() ? mark.group(1) : "";
    }
}
