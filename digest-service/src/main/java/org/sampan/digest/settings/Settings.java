package org.sampan.digest.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the operator has set, as the launcher hands it over in {@code SAMPAN_*}. There are no defaults here: a
 * missing key is a problem, because {@code config/sampan.properties} alone knows the defaults. Immutable.
 *
 * @param home the checkout, with {@code templates/}
 * @param config the folder of the operator's YAML files
 * @param dataFolder what must survive: tokens and passwords are read from here
 * @param domain the domain of the lists
 */
public record Settings(
        Path home,
        Path config,
        Path dataFolder,
        String domain,
        Optional<String> operator,
        Database database,
        Web web,
        MailServer mailServer,
        Collecting collecting,
        Retention retention) {

    /** A JDBC URL of PostgreSQL and who to be there. */
    public record Database(String url, String username, String password) {
        @Override
        public String toString() {
            return url + " as " + username;
        }
    }

    /**
     * Where the pages listen.
     *
     * @param url what readers' links begin with (no trailing slash)
     * @param proxies whose word is taken for where a visitor comes from
     * @param timezone that pages show days and times in
     */
    public record Web(String host, int port, URI url, TrustedProxies proxies, ZoneId timezone) {}

    /**
     * Where the other program takes submissions and answers REST.
     *
     * @param certificate the one the operator gave it; empty when it made its own
     */
    public record MailServer(String submissionHost, int submissionPort, URI admin, Optional<Path> certificate) {}

    /**
     * How feeds are fetched.
     *
     * @param files the folder that {@code file:} feeds must lie beneath
     * @param drop the folder whose files become clippings
     * @param linkPauses after which links of published stories are looked at again, the last one for good; empty: never
     */
    public record Collecting(
            String agent,
            boolean allowPrivateAddresses,
            Optional<Path> files,
            Optional<Path> drop,
            List<Duration> linkPauses) {
        public Collecting {
            linkPauses = List.copyOf(linkPauses);
        }
    }

    /** How long is kept what no edition carries; empty: for good. */
    public record Retention(Optional<Duration> copies, Optional<Duration> unused) {}

    /**
     * @throws BadSettings naming every bad or missing key
     */
    public static Settings from(Map<String, String> environment) {
        EnvironmentReader in = new EnvironmentReader(environment);
        Settings settings = new Settings(
                in.path("home"),
                in.path("config"),
                in.path("data"),
                in.text("domain"),
                in.optional("operator.email"),
                new Database(
                        in.text("database.url"),
                        in.text("database.username"),
                        in.optional("database.password").orElse("")),
                new Web(
                        in.text("web.host"),
                        in.port("web.port"),
                        in.url("web.url"),
                        in.proxies("web.trustedProxies"),
                        in.zone("web.timezone")),
                new MailServer(
                        in.reachableHost("smtp.host"),
                        in.port("submission.port"),
                        URI.create("http://127.0.0.1:" + in.port("admin.port")),
                        in.optional("tls.certificate").map(Path::of)),
                new Collecting(
                        in.text("collect.agent"),
                        in.flag("collect.allowPrivateAddresses"),
                        in.optional("collect.files").map(Path::of),
                        in.optional("collect.drop").map(Path::of),
                        in.periods("collect.linkPauses")),
                new Retention(in.period("retention.copies"), in.period("retention.unused")));
        in.refuseProblems();
        return settings;
    }

    /** The bearer token of both programs' REST. */
    public Path adminTokenFile() {
        return dataFolder.resolve("admin.token");
    }

    /** The password of {@link #submissionAccount()}. */
    public Path submissionPasswordFile() {
        return dataFolder.resolve("digest-service.password");
    }

    /** PEM; whom to believe on the submission port. */
    public Path mailServerCertificate() {
        return mailServer
                .certificate()
                .orElseGet(() -> dataFolder.resolve("tls").resolve("certificate.pem"));
    }

    /** Who this program is to the mail server. */
    public String submissionAccount() {
        return "digest-service@" + domain;
    }

    public Path configFile(String name) {
        return config.resolve(name);
    }

    public Path templates() {
        return home.resolve("templates");
    }
}
