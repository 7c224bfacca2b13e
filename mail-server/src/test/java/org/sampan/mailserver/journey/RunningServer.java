package org.sampan.mailserver.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sampan.mailserver.domain.TestNameServer;
import org.sampan.mailserver.settings.Settings;

/**
 * A whole server that takes mail, and how to speak to it.
 *
 * @param data its data folder
 * @param sink where all its mail goes
 * @param names whom it asks about the domains of senders
 */
public record RunningServer(
        int smtpPort, int submissionPort, int adminPort, Path data, MailSink sink, TestNameServer names) {
    /** Of {@code digest-service@lists.example}, which may log in from the start. */
    public static final String DIGEST_SERVICE_PASSWORD = "the digest service's own";

    /** Who gets what nobody else takes. */
    public static final String OPERATOR = "operator@house.example";

    /** Speaks to the port other servers use. */
    public SmtpDialogue smtp() {
        return SmtpDialogue.to(smtpPort);
    }

    /** Speaks to the port accounts use, inside TLS. */
    public SmtpDialogue submission() {
        return SmtpDialogue.to(submissionPort).startTls(data.resolve("tls").resolve("certificate.pem"));
    }

    public RestClient rest() {
        try {
            return new RestClient(
                    adminPort, Files.readString(data.resolve("admin.token")).strip());
        } catch (IOException e) {
            throw new IllegalStateException("the server made no token", e);
        }
    }

    /** What the launcher would hand on: free ports, the checkout's configuration, the sink as relay. */
    static Map<String, String> environment(Settings.Database database, Path data, MailSink sink) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SAMPAN_HOME", checkout().toString());
        environment.put("SAMPAN_DATA", data.toString());
        environment.put("SAMPAN_DATABASE_URL", database.url());
        environment.put("SAMPAN_DATABASE_USERNAME", database.username());
        environment.put("SAMPAN_DATABASE_PASSWORD", database.password());
        environment.put("SAMPAN_SMTP_HOST", "127.0.0.1");
        environment.put("SAMPAN_SMTP_PORT", "0");
        environment.put("SAMPAN_SUBMISSION_PORT", "0");
        environment.put("SAMPAN_ADMIN_PORT", "0");
        environment.put("SAMPAN_OPERATOR_EMAIL", OPERATOR);
        environment.put("SAMPAN_RELAY_HOST", "127.0.0.1");
        environment.put("SAMPAN_RELAY_PORT", Integer.toString(sink.port()));
        environment.put("SAMPAN_RELAY_TLS", "off");
        return environment;
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("config").resolve("mail-server"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside a checkout");
        }
        return folder;
    }
}
