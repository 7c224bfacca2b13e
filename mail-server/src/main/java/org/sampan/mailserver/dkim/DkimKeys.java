package org.sampan.mailserver.dkim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys all mail of the lists' domain is signed with, none to two. They are kept in {@code data/dkim}, one file a selector, and made
 * where they are missing; another selector means another key, which is how keys are changed. Nodes of one installation need the same
 * files. Immutable and safe for many threads.
 */
public final class DkimKeys {
    private static final Logger LOGGER = LoggerFactory.getLogger(DkimKeys.class);

    private final List<DkimKey> keys;
    private final List<DnsRecord> records;

    private DkimKeys(List<DkimKey> keys, List<DnsRecord> records) {
        this.keys = List.copyOf(keys);
        this.records = List.copyOf(records);
    }

    /** Nothing is signed. */
    public static DkimKeys none() {
        return new DkimKeys(List.of(), List.of());
    }

    /** @throws org.sampan.mailserver.settings.BadSettingsException when a file holds no such key */
    public static DkimKeys of(Settings settings) {
        return of(settings, Signers.ofThisMachine());
    }

    static DkimKeys of(Settings settings, Signers signers) {
        Path folder = settings.data().resolve("dkim");
        List<DkimKey> keys = new ArrayList<>();
        List<DnsRecord> records = new ArrayList<>();
        for (DkimAlgorithm algorithm : algorithms(settings.dkim())) {
            String selector = settings.dkim().selector() + "-" + algorithm.lowerCase();
            KeyPair pair = read(new KeyFile(folder.resolve(selector + ".pem"), algorithm));
            DkimKey key = signers.key(settings.domain(), selector, algorithm, pair);
            keys.add(key);
            records.add(DnsRecord.of(key, pair));
            LOGGER.info("event=signing key={} signer={}", key, key.signer());
        }
        return new DkimKeys(keys, records);
    }

    /** In the order of their signatures. */
    public List<DkimKey> keys() {
        return keys;
    }

    /** What the DNS must hold, one for each key. */
    public List<DnsRecord> records() {
        return records;
    }

    private static List<DkimAlgorithm> algorithms(Settings.Dkim wanted) {
        return switch (wanted.sign()) {
            case NONE -> List.of();
            case RSA -> List.of(DkimAlgorithm.RSA);
            case ED25519 -> List.of(DkimAlgorithm.ED25519);
            case BOTH -> List.of(DkimAlgorithm.ED25519, DkimAlgorithm.RSA);
        };
    }

    private static KeyPair read(KeyFile file) {
        try {
            return file.readOrMake();
        } catch (IOException e) {
            throw new UncheckedIOException("the DKIM key " + file.file() + " cannot be read or made", e);
        }
    }
}
