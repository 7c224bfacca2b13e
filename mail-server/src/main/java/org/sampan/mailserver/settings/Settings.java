package org.sampan.mailserver.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator chose. The launcher reads {@code config/sampan.properties} and hands every key on as an environment
 * variable; keys that are not set have the defaults named there.
 *
 * @param home the checkout: {@code config/mail-server}, {@code templates}
 * @param config where the operator's {@code lists.yaml} is
 * @param data where everything is kept that must survive
 * @param domain lower-case domain of the lists
 * @param operatorEmail who gets what nobody else takes; may be empty
 * @param consentKeepsAddress whether the address a reader joined from over the web is kept as evidence
 * @param front the server that takes mail from the world before ours, if there is one
 * @param dnsServers whom to ask; empty: those of the machine
 * @param webUrl what links in mails begin with; no slash at the end
 */
public record Settings(
        Path home,
        Path config,
        Path data,
        String domain,
        Optional<String> operatorEmail,
        Smtp smtp,
        Front front,
        List<InetSocketAddress> dnsServers,
        Relay relay,
        Delivery delivery,
        Dkim dkim,
        URI webUrl,
        int adminPort,
        Database database,
        Optional<Broker> broker,
        boolean consentKeepsAddress) {

    /**
     * @param hostname what the server calls itself in EHLO
     * @param maxBytes the largest message taken
     */
    public record Smtp(
            String host,
            int port,
            int submissionPort,
            String hostname,
            long maxBytes,
            Optional<Path> certificate,
            Optional<Path> key) {}

    /**
     * @param hosts empty: straight to each domain's MX
     * @param username empty: no login
     * @param tokenFile holds an OAuth 2 access token, read anew at each login; used instead of the password
     * @param implicitTls TLS from the first byte, as on port 465
     * @param trust certificates (PEM) that count besides those Java knows
     */
    public record Relay(
            List<RelayHost> hosts,
            String username,
            String password,
            Optional<Path> tokenFile,
            Tls tls,
            boolean implicitTls,
            Optional<Path> trust) {
        @Override
        public String toString() {
            return "Relay" + hosts + "[" + tls + "]";
        }
    }

    /** @param weight its share of the connections, compared with the others' weights */
    public record RelayHost(String name, int port, int weight) {}

    /**
     * @param authservId what the front server calls itself in Authentication-Results (RFC 8601); empty: there is none
     * @param networks from where it hands mail in
     */
    public record Front(Optional<String> authservId, List<Network> networks) {
        public Front {
            networks = List.copyOf(networks);
        }
    }

    /** What is asked of a connection: encryption or no mail, encryption where it is offered, none. */
    public enum Tls {
        REQUIRED,
        OPPORTUNISTIC,
        OFF
    }

    /**
     * @param hold whether each post's send begins paused, and waits for a person
     * @param connections to the relay, or to one domain's servers
     * @param expire how long a copy that meets 4xx is tried
     * @param keep how long who-received-what is kept
     * @param limits by domain or relay, {@code *} for all others
     * @param warmUp copies on the first day of a new sender; 0: no limit
     * @param warmUpGrowth how many percent more on each day that follows
     */
    public record Delivery(
            boolean hold,
            int connections,
            Duration expire,
            Duration keep,
            Map<String, DomainLimit> limits,
            long warmUp,
            int warmUpGrowth) {}

    /** @param perMinute copies; 0: as many as the server takes */
    public record DomainLimit(int connections, int perMinute) {}

    /** @param selector what the names of the keys in the DNS begin with */
    public record Dkim(Sign sign, String selector) {}

    /** With what kind of key mail is signed. */
    public enum Sign {
        NONE,
        RSA,
        ED25519,
        BOTH
    }

    /** @param url of JDBC */
    public record Database(String url, String username, String password) {
        @Override
        public String toString() {
            return "Database[" + username + "]";
        }
    }

    /**
     * A broker that several mail servers share.
     *
     * @param username empty: it asks for none
     * @param certificate its own or its authority's, PEM; empty: one that this machine trusts anyway
     */
    public record Broker(URI url, String username, String password, Optional<Path> certificate) {
        @Override
        public String toString() {
            return "Broker[" + url.getScheme() + "]";
        }
    }

    /** @throws BadSettingsException naming every variable that is missing or not sound */
    public static Settings from(Map<String, String> environment) {
        SettingsReader read = new SettingsReader(environment);
        String domain = read.domain("SAMPAN_DOMAIN", "lists.example");
        Path home = read.path("SAMPAN_HOME", ".");
        Settings settings = new Settings(
                home,
                read.path("SAMPAN_CONFIG", home.resolve("config").toString()),
                read.path("SAMPAN_DATA", "data"),
                domain,
                read.optional("SAMPAN_OPERATOR_EMAIL"),
                smtp(read, domain),
                new Front(
                        read.optional("SAMPAN_FRONT_AUTHSERVID"),
                        read.networks("SAMPAN_FRONT_NETWORKS", "127.0.0.0/8,::1")),
                read.nameServers("SAMPAN_DNS_SERVERS"),
                relay(read),
                delivery(read),
                new Dkim(
                        read.choice("SAMPAN_DKIM_SIGN", Sign.class, Sign.NONE),
                        read.label("SAMPAN_DKIM_SELECTOR", "sampan")),
                read.url("SAMPAN_WEB_URL", "http://localhost:8080"),
                read.port("SAMPAN_ADMIN_PORT", 8000),
                new Database(
                        read.text("SAMPAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5433/sampan"),
                        read.text("SAMPAN_DATABASE_USERNAME", "sampan"),
                        read.text("SAMPAN_DATABASE_PASSWORD", "")),
                broker(read),
                read.flag("SAMPAN_CONSENT_KEEPADDRESS", false));
        read.refuseProblems();
        return settings;
    }

    private static Smtp smtp(SettingsReader read, String domain) {
        read.requireTogether("SAMPAN_TLS_CERTIFICATE", "SAMPAN_TLS_KEY");
        return new Smtp(
                read.text("SAMPAN_SMTP_HOST", "0.0.0.0"),
                read.port("SAMPAN_SMTP_PORT", 2525),
                read.port("SAMPAN_SUBMISSION_PORT", 2587),
                read.text("SAMPAN_SMTP_HOSTNAME", domain),
                read.number("SAMPAN_SMTP_MAXBYTES", 25 * 1024 * 1024, 1024, Integer.MAX_VALUE),
                read.file("SAMPAN_TLS_CERTIFICATE"),
                read.file("SAMPAN_TLS_KEY"));
    }

    private static Optional<Broker> broker(SettingsReader read) {
        Optional<Path> certificate = read.file("SAMPAN_BROKER_CERTIFICATE");
        return read.broker("SAMPAN_BROKER_URL")
                .map(url -> new Broker(
                        url,
                        read.text("SAMPAN_BROKER_USERNAME", ""),
                        read.text("SAMPAN_BROKER_PASSWORD", ""),
                        certificate));
    }

    private static Relay relay(SettingsReader read) {
        SendingReader sending = new SendingReader(read);
        return new Relay(
                sending.relays("SAMPAN_RELAY_HOST", read.port("SAMPAN_RELAY_PORT", 25)),
                read.text("SAMPAN_RELAY_USERNAME", ""),
                read.text("SAMPAN_RELAY_PASSWORD", ""),
                read.optional("SAMPAN_RELAY_TOKENFILE").map(Path::of),
                read.choice("SAMPAN_RELAY_TLS", Tls.class, Tls.OPPORTUNISTIC),
                read.flag("SAMPAN_RELAY_IMPLICITTLS", false),
                read.file("SAMPAN_RELAY_TRUST"));
    }

    private static Delivery delivery(SettingsReader read) {
        return new Delivery(
                read.flag("SAMPAN_DELIVERY_HOLD", false),
                read.number("SAMPAN_DELIVERY_CONNECTIONS", 16, 1, 512),
                read.duration("SAMPAN_DELIVERY_EXPIRE", "4d"),
                read.duration("SAMPAN_DELIVERY_KEEP", "180d"),
                new SendingReader(read).limits("SAMPAN_DELIVERY_LIMITS"),
                read.number("SAMPAN_DELIVERY_WARMUP", 0, 0, Integer.MAX_VALUE),
                read.number("SAMPAN_DELIVERY_WARMUPGROWTH", 50, 0, 1000));
    }
}
