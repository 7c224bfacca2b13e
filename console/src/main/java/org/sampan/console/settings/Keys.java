package org.sampan.console.settings;

import static org.sampan.console.settings.SettingType.bytes;
import static org.sampan.console.settings.SettingType.count;
import static org.sampan.console.settings.SettingType.domain;
import static org.sampan.console.settings.SettingType.duration;
import static org.sampan.console.settings.SettingType.durations;
import static org.sampan.console.settings.SettingType.flag;
import static org.sampan.console.settings.SettingType.host;
import static org.sampan.console.settings.SettingType.label;
import static org.sampan.console.settings.SettingType.limits;
import static org.sampan.console.settings.SettingType.mailAddress;
import static org.sampan.console.settings.SettingType.memory;
import static org.sampan.console.settings.SettingType.nameServers;
import static org.sampan.console.settings.SettingType.networks;
import static org.sampan.console.settings.SettingType.oneOf;
import static org.sampan.console.settings.SettingType.path;
import static org.sampan.console.settings.SettingType.port;
import static org.sampan.console.settings.SettingType.proxies;
import static org.sampan.console.settings.SettingType.relays;
import static org.sampan.console.settings.SettingType.text;
import static org.sampan.console.settings.SettingType.timeZone;
import static org.sampan.console.settings.SettingType.url;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Every key of {@code config/sampan.properties}, in that file's order; a test keeps the two equal. */
public final class Keys {

    public static final Setting<String> DOMAIN =
            new Setting<>("domain", "lists.example", domain(), "The domain of the lists");
    public static final Setting<Optional<String>> OPERATOR_EMAIL =
            new Setting<>("operator.email", "", mailAddress().orNone(), "The person who gets what nobody else takes");
    public static final Setting<Path> DATA =
            new Setting<>("data", "data", path(), "Where everything that must survive is kept");

    public static final Setting<String> SMTP_HOST =
            new Setting<>("smtp.host", "0.0.0.0", host(), "The address the mail ports listen on");
    public static final Setting<Integer> SMTP_PORT =
            new Setting<>("smtp.port", "2525", port(), "The port for mail from other servers");
    public static final Setting<Integer> SUBMISSION_PORT =
            new Setting<>("submission.port", "2587", port(), "The port where accounts hand in mail");
    public static final Setting<Optional<String>> SMTP_HOSTNAME =
            new Setting<>("smtp.hostname", "", domain().orNone(), "The name the server gives itself in EHLO");
    public static final Setting<Long> SMTP_MAX_BYTES =
            new Setting<>("smtp.maxBytes", "26214400", bytes(), "The largest message taken");
    public static final Setting<Optional<Path>> TLS_CERTIFICATE =
            new Setting<>("tls.certificate", "", path().orNone(), "The certificate, PEM, chain first");
    public static final Setting<Optional<Path>> TLS_KEY =
            new Setting<>("tls.key", "", path().orNone(), "The certificate's key, PEM, PKCS#8");

    public static final Setting<Optional<String>> FRONT_AUTHSERV_ID = new Setting<>(
            "front.authservId", "", domain().orNone(), "The name of a trusted front server in Authentication-Results");
    public static final Setting<String> FRONT_NETWORKS =
            new Setting<>("front.networks", "127.0.0.0/8,::1", networks(), "From where the front server hands mail in");
    public static final Setting<Optional<String>> DNS_SERVERS =
            new Setting<>("dns.servers", "", nameServers().orNone(), "The name servers asked about senders");

    public static final Setting<Optional<String>> RELAY_HOST =
            new Setting<>("relay.host", "", relays().orNone(), "The relays all mail goes to");
    public static final Setting<Integer> RELAY_PORT = new Setting<>("relay.port", "25", port(), "The relay's port");
    public static final Setting<String> RELAY_USERNAME =
            new Setting<>("relay.username", "", text(), "The name used at the relay");
    public static final Setting<String> RELAY_PASSWORD =
            new Setting<>("relay.password", "", text(), "The password used at the relay");
    public static final Setting<Optional<Path>> RELAY_TOKEN_FILE =
            new Setting<>("relay.tokenFile", "", path().orNone(), "The access token used at the relay");
    public static final Setting<RelayTls> RELAY_TLS = new Setting<>(
            "relay.tls", "opportunistic", oneOf(RelayTls.class), "How far the way to the relay must be encrypted");
    public static final Setting<Boolean> RELAY_IMPLICIT_TLS =
            new Setting<>("relay.implicitTls", "false", flag(), "TLS from the first byte");
    public static final Setting<Optional<Path>> RELAY_TRUST =
            new Setting<>("relay.trust", "", path().orNone(), "Certificates to trust besides those Java knows");
    public static final Setting<Boolean> DELIVERY_HOLD =
            new Setting<>("delivery.hold", "false", flag(), "Whether each send waits for a person");
    public static final Setting<Integer> DELIVERY_CONNECTIONS =
            new Setting<>("delivery.connections", "16", count(1, 512), "Connections kept open to one receiver");
    public static final Setting<Optional<String>> DELIVERY_LIMITS =
            new Setting<>("delivery.limits", "", limits().orNone(), "Other limits for single domains or relays");
    public static final Setting<Integer> DELIVERY_WARM_UP =
            new Setting<>("delivery.warmUp", "0", count(0, Integer.MAX_VALUE), "Copies on a new sender's first day");
    public static final Setting<Integer> DELIVERY_WARM_UP_GROWTH =
            new Setting<>("delivery.warmUpGrowth", "50", count(0, 1000), "How many percent more on each day");
    public static final Setting<Duration> DELIVERY_EXPIRE =
            new Setting<>("delivery.expire", "4d", duration(), "How long a deferred copy is tried again");
    public static final Setting<Duration> DELIVERY_KEEP =
            new Setting<>("delivery.keep", "180d", duration(), "How long who-received-what is kept");
    public static final Setting<DkimSign> DKIM_SIGN =
            new Setting<>("dkim.sign", "none", oneOf(DkimSign.class), "With what kind of key mail is signed (DKIM)");
    public static final Setting<String> DKIM_SELECTOR =
            new Setting<>("dkim.selector", "sampan", label(), "What the keys' names in the DNS begin with");
    public static final Setting<String> MAIL_MEMORY =
            new Setting<>("mail.memory", "512m", memory(), "The mail server's largest heap");

    public static final Setting<String> WEB_HOST =
            new Setting<>("web.host", "0.0.0.0", host(), "The address the web port listens on");
    public static final Setting<Integer> WEB_PORT = new Setting<>("web.port", "8080", port(), "The port of the pages");
    public static final Setting<URI> WEB_URL =
            new Setting<>("web.url", "http://localhost:8080", url("http", "https"), "What readers' links begin with");
    public static final Setting<String> WEB_TRUSTED_PROXIES = new Setting<>(
            "web.trustedProxies", "", proxies(), "Proxies on other machines that tell whom a request came from");
    public static final Setting<ZoneId> WEB_TIMEZONE = new Setting<>(
            "web.timezone", "Asia/Bangkok", timeZone(), "The time zone that pages show days and times in");
    public static final Setting<Boolean> CONSENT_KEEP_ADDRESS = new Setting<>(
            "consent.keepAddress", "false", flag(), "Whether the address a reader joined from over the web is kept");
    public static final Setting<Integer> ADMIN_PORT =
            new Setting<>("admin.port", "8000", port(), "The mail server's REST, loopback only");

    public static final Setting<Optional<URI>> DATABASE_URL =
            new Setting<>("database.url", "", url("jdbc").orNone(), "A PostgreSQL of your own");
    public static final Setting<String> DATABASE_USERNAME =
            new Setting<>("database.username", "sampan", text(), "The name used at the database");
    public static final Setting<String> DATABASE_PASSWORD =
            new Setting<>("database.password", "", text(), "The password used at the database");
    public static final Setting<Integer> DATABASE_PORT =
            new Setting<>("database.port", "5433", port(), "The embedded database's port, loopback only");

    public static final Setting<Optional<URI>> BROKER_URL = new Setting<>(
            "broker.url", "", url("ssl", "tcp", "failover").orNone(), "An ActiveMQ broker shared by all mail servers");

    public static final Setting<String> BROKER_USERNAME =
            new Setting<>("broker.username", "", text(), "The name used at the broker");
    public static final Setting<String> BROKER_PASSWORD =
            new Setting<>("broker.password", "", text(), "The password used at the broker");
    public static final Setting<Optional<Path>> BROKER_CERTIFICATE = new Setting<>(
            "broker.certificate", "", path().orNone(), "The broker's certificate or its authority's, PEM");

    public static final Setting<String> COLLECT_AGENT =
            new Setting<>("collect.agent", "Sampan/0.1 (+https://lists.example/)", text(), "How feeds are asked for");
    public static final Setting<Boolean> COLLECT_ALLOW_PRIVATE_ADDRESSES = new Setting<>(
            "collect.allowPrivateAddresses", "false", flag(), "Whether feeds may lie at private addresses");
    public static final Setting<Optional<Path>> COLLECT_FILES =
            new Setting<>("collect.files", "", path().orNone(), "The folder file: feeds may be read from");
    public static final Setting<Optional<Path>> COLLECT_DROP =
            new Setting<>("collect.drop", "", path().orNone(), "The folder whose files become clippings");
    public static final Setting<List<Duration>> COLLECT_LINK_PAUSES = new Setting<>(
            "collect.linkPauses", "1d,7d,30d,90d", durations(), "After how long published links are looked at again");
    public static final Setting<Optional<Duration>> RETENTION_COPIES = new Setting<>(
            "retention.copies", "", duration().orNone(), "How long copies of web pages no edition carries are kept");
    public static final Setting<Optional<Duration>> RETENTION_UNUSED = new Setting<>(
            "retention.unused", "", duration().orNone(), "How long clippings that no edition carries are kept");
    public static final Setting<String> DIGEST_MEMORY =
            new Setting<>("digest.memory", "384m", memory(), "The digest service's largest heap");

    private static final List<Setting<?>> ALL = List.of(
            DOMAIN,
            OPERATOR_EMAIL,
            DATA,
            SMTP_HOST,
            SMTP_PORT,
            SUBMISSION_PORT,
            SMTP_HOSTNAME,
            SMTP_MAX_BYTES,
            TLS_CERTIFICATE,
            TLS_KEY,
            FRONT_AUTHSERV_ID,
            FRONT_NETWORKS,
            DNS_SERVERS,
            RELAY_HOST,
            RELAY_PORT,
            RELAY_USERNAME,
            RELAY_PASSWORD,
            RELAY_TOKEN_FILE,
            RELAY_TLS,
            RELAY_IMPLICIT_TLS,
            RELAY_TRUST,
            DELIVERY_HOLD,
            DELIVERY_CONNECTIONS,
            DELIVERY_LIMITS,
            DELIVERY_WARM_UP,
            DELIVERY_WARM_UP_GROWTH,
            DELIVERY_EXPIRE,
            DELIVERY_KEEP,
            DKIM_SIGN,
            DKIM_SELECTOR,
            MAIL_MEMORY,
            WEB_HOST,
            WEB_PORT,
            WEB_URL,
            WEB_TRUSTED_PROXIES,
            WEB_TIMEZONE,
            CONSENT_KEEP_ADDRESS,
            ADMIN_PORT,
            DATABASE_URL,
            DATABASE_USERNAME,
            DATABASE_PASSWORD,
            DATABASE_PORT,
            BROKER_URL,
            BROKER_USERNAME,
            BROKER_PASSWORD,
            BROKER_CERTIFICATE,
            COLLECT_AGENT,
            COLLECT_ALLOW_PRIVATE_ADDRESSES,
            COLLECT_FILES,
            COLLECT_DROP,
            COLLECT_LINK_PAUSES,
            RETENTION_COPIES,
            RETENTION_UNUSED,
            DIGEST_MEMORY);

    private Keys() {}

    public static List<Setting<?>> all() {
        return ALL;
    }
}
