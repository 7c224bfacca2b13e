package org.sampan.digest.statement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes the codes of statements' mails, and knows them again. A code is an HMAC of what the mail is, so that a wrong one
 * is told by reckoning alone: nothing is looked up, and it takes as long whether or not there is such a statement.
 */
@Component
public class CheckCodes {
    /** Without I, L, O and U, which people take for figures and for V. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int MOST = 8;
    private static final String DASH = "\\p{Pd}";
    private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\p{N}])([0-9]{1,18})" + DASH + "([0-9]{1,9})"
            + ("" + DASH + "([0-9A-Za-z]{4})").repeat(LENGTH / GROUP) + "(?![\\p{L}\\p{N}])");

    private final CheckKey key;

    CheckCodes(CheckKey key) {
        this.key = key;
    }

    public CheckCode of(MailId mail) {
        return new CheckCode(
                mail.statement() + "-" + mail.number() + "-" + secret(mail).replaceAll("(.{4})(?=.)", "$1-"));
    }

    /** Of the first code of ours that stands in a text. */
    Optional<MailId> find(String text) {
        return codes(text).map(this::known).flatMap(Optional::stream).findFirst();
    }

    /** A text without what looks like codes. */
    static String without(String text) {
        return CODE.matcher(text).replaceAll("");
    }

    private static Stream<MatchResult> codes(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.results().limit(MOST);
    }

    private Optional<MailId> known(MatchResult code) {
        MailId mail = new MailId(new StatementId(Long.parseLong(code.group(1))), Integer.parseInt(code.group(2)));
        StringBuilder given = new StringBuilder();
        for (int group = 3; group <= code.groupCount(); group++) {
            given.append(code.group(group));
        }
        String meant = given.toString()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return MessageDigest.isEqual(ascii(meant), ascii(secret(mail))) ? Optional.of(mail) : Optional.empty();
    }

    private String secret(MailId mail) {
        byte[] bytes = hmac(mail.statement() + "-" + mail.number());
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; letters.length() < LENGTH; bit += BITS) {
            int two = (bytes[bit / Byte.SIZE] & 0xff) << Byte.SIZE | bytes[bit / Byte.SIZE + 1] & 0xff;
            letters.append(LETTERS.charAt(two >> 2 * Byte.SIZE - BITS - bit % Byte.SIZE & LETTERS.length() - 1));
        }
        return letters.toString();
    }

    private byte[] hmac(String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), mac.getAlgorithm()));
            return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
