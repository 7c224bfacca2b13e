package org.sampan.mailserver.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;

/**
 * One DKIM-Signature (RFC 6376 section 3.5) of a kind that can prove something. Immutable.
 *
 * @param raw the whole field
 * @param signedFields lower case, in the order they are signed in
 */
record DkimSignature(String raw, DkimTags tags, List<String> signedFields) {
    static final String FIELD = "DKIM-Signature";

    private static final List<String> NEEDED = List.of("a", "b", "bh", "d", "h", "s");
    private static final Pattern VALUE_OF_B = Pattern.compile("((?:^|;)[ \t\r\n]*b[ \t\r\n]*=)[^;]*");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_.-]{1,253}");

    /** What tells who wrote what to whom: whoever sends a signed mail on must not be able to change these. */
    private static final List<String> TELLING = List.of("from", "to", "cc", "subject", "date", "message-id");

    /**
     * Empty for what proves nothing, whoever signed it: without From among the signed fields; with {@code l=}, behind whose length
     * anybody can write; of other kinds than RSA and Ed25519 with SHA-256 (RFC 8301, RFC 8463).
     */
    static Optional<DkimSignature> parse(HeaderField field) {
        String raw = new String(field.raw(), StandardCharsets.ISO_8859_1);
        return DkimTags.parse(raw.substring(raw.indexOf(':') + 1).replaceAll("\r?\n", ""))
                .map(tags -> new DkimSignature(raw, tags, signedFields(tags)))
                .filter(DkimSignature::isSound);
    }

    String domain() {
        return tags.get("d", "").toLowerCase(Locale.ROOT);
    }

    String keyName() {
        return tags.get("s", "") + "._domainkey." + domain();
    }

    boolean isEd25519() {
        return tags.get("a", "").equals("ed25519-sha256");
    }

    Canonical ofHeader() {
        return canonical(0);
    }

    Canonical ofBody() {
        return canonical(1);
    }

    boolean isExpired(Instant now) {
        String expires = tags.get("x", "");
        return expires.matches("\\d{1,15}") && now.getEpochSecond() > Long.parseLong(expires);
    }

    /** Whose name it is signed in: the domain itself, or one below it where the key allows that. */
    boolean isOfVeryDomain() {
        String identity = tags.get("i", "@" + domain()).toLowerCase(Locale.ROOT);
        return identity.substring(identity.lastIndexOf('@') + 1).equals(domain());
    }

    /** The field with an empty {@code b=}, as it was when it was signed. */
    String rawWithoutSignature() {
        int colon = raw.indexOf(':') + 1;
        return raw.substring(0, colon)
                + VALUE_OF_B.matcher(raw.substring(colon)).replaceFirst("$1");
    }

    /**
     * Whether the signature is about this author writing this to these readers at this time: each of those fields is there once at
     * most, and signed if it is there, and there is a Message-ID, by which a repeat is known.
     */
    boolean bindsWhatTells(Headers headers) {
        return headers.has("Message-ID")
                && TELLING.stream()
                        .allMatch(it -> !headers.has(it) || headers.all(it).count() == 1 && signedFields.contains(it));
    }

    private boolean isSound() {
        String identity = tags.get("i", "@" + domain()).toLowerCase(Locale.ROOT);
        String signer = identity.substring(identity.lastIndexOf('@') + 1);
        return NEEDED.stream().allMatch(tags::has)
                && tags.get("v", "1").equals("1")
                && !tags.has("l")
                && (tags.get("a", "").equals("rsa-sha256") || isEd25519())
                && Arrays.asList(tags.get("q", "dns/txt").split(":")).contains("dns/txt")
                && DOMAIN.matcher(domain()).matches()
                && DOMAIN.matcher(tags.get("s", "")).matches()
                && tags.get("c", "").matches("((simple|relaxed)(/(simple|relaxed))?)?")
                && (signer.equals(domain()) || signer.endsWith("." + domain()))
                && signedFields.contains("from");
    }

    private Canonical canonical(int index) {
        String[] words = tags.get("c", "simple/simple").split("/");
        return index < words.length && words[index].equals("relaxed") ? Canonical.RELAXED : Canonical.SIMPLE;
    }

    private static List<String> signedFields(DkimTags tags) {
        return Arrays.stream(tags.get("h", "").split(":"))
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
