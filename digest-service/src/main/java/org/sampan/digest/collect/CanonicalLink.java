package org.sampan.digest.collect;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The address of a story without what only tells who sent the reader there. */
final class CanonicalLink {
    private static final Pattern TRACKING = Pattern.compile("(?i)(utm_.*|pk_.*|piwik_.*|mtm_.*|hsa_.*|mc_[ce]id"
            + "|fbclid|gclid|dclid|gbraid|wbraid|yclid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|_ga|_gl|_hsenc|_hsmi"
            + "|vero_id|oly_anon_id|oly_enc_id|wickedid|ncid|cmpid|at_medium|at_campaign|ref_src|ref_url|feature_src)");

    /** More than browsers and servers agree on, and than the database keeps in order. */
    private static final int LONGEST = 2_000;

    private CanonicalLink() {}

    /** Empty unless it is an http or https address of a length that works; {@code base} makes a relative one whole. */
    static Optional<URI> of(String link, String base) {
        try {
            URI whole = new URI(base).resolve(encoded(link)).normalize();
            String scheme = String.valueOf(whole.getScheme()).toLowerCase(Locale.ROOT);
            if (whole.getHost() == null || !Set.of("http", "https").contains(scheme)) {
                return Optional.empty();
            }
            return Optional.of(scheme + "://" + authority(whole) + path(whole) + query(whole))
                    .filter(address -> address.length() <= LONGEST)
                    .map(URI::create);
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Feeds write spaces and letters of every script into addresses. */
    private static URI encoded(String link) throws URISyntaxException {
        StringBuilder out = new StringBuilder();
        link.strip().codePoints().forEach(point -> {
            String letter = Character.toString(point);
            boolean plain = point > 0x20 && point < 0x7f && "\"<>\\^`{|}".indexOf(point) < 0;
            out.append(
                    plain
                            ? letter
                            : URLEncoder.encode(letter, StandardCharsets.UTF_8).replace("+", "%20"));
        });
        return new URI(out.toString());
    }

    private static String authority(URI link) {
        int port = link.getPort();
        boolean usual = port == -1 || port == ("https".equalsIgnoreCase(link.getScheme()) ? 443 : 80);
        return link.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    private static String path(URI link) {
        return link.getRawPath() == null || link.getRawPath().isEmpty() ? "/" : link.getRawPath();
    }

    private static String query(URI link) {
        if (link.getRawQuery() == null) {
            return "";
        }
        String kept = Arrays.stream(link.getRawQuery().split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter ->
                        !TRACKING.matcher(parameter.replaceAll("=.*", "")).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
