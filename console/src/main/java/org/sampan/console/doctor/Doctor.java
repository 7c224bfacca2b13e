package org.sampan.console.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.sampan.console.launch.DataFolder;
import org.sampan.console.launch.PartStatus;
import org.sampan.console.launch.Status;
import org.sampan.console.rest.RestClient;
import org.sampan.console.rest.RestException;
import org.sampan.console.rest.RestPath;
import org.sampan.console.settings.DkimSign;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;

/** The examination: settings, data folder, parts, lists, templates. The settings themselves were read without complaint before it begins. */
public final class Doctor {

    private static final long LITTLE = 1L << 30;
    private static final long TOO_LITTLE = 200L << 20;

    private final Settings settings;
    private final RestClient mailServer;
    private final RestClient digestService;
    private final List<Finding> findings = new ArrayList<>();

    public Doctor(Settings settings, RestClient mailServer, RestClient digestService) {
        this.digestService = digestService;
        this.settings = settings;
        this.mailServer = mailServer;
    }

    /** Takes some seconds when a part hangs. */
    public List<Finding> examine() {
        examineSettings();
        examineDisk();
        examineSecrets();
        examineParts();
        examineLists();
        examineTemplates();
        findings.addAll(new WayOut(settings).examine());
        return List.copyOf(findings);
    }

    private void examineSettings() {
        Path file = settings.installation().config().resolve("sampan.properties");
        findings.add(Finding.good("settings", settings.installation().shown(file) + " holds nothing unknown"));
        examineOperator();
        if (settings.get(Keys.RELAY_HOST).isEmpty()) {
            findings.add(Finding.risky(
                    "relay.host",
                    "is not set: mail goes straight to each domain's MX, which needs port 25 out and a good name"));
        }
        if (settings.get(Keys.DELIVERY_HOLD)) {
            findings.add(Finding.risky(
                    "delivery.hold",
                    "is on: every send waits until a person lets it go (./sampan delivery resume LIST POST)"));
        }
        if (settings.get(Keys.DKIM_SIGN) == DkimSign.NONE) {
            findings.add(Finding.risky(
                    "dkim.sign",
                    "is none: large providers refuse or hide unsigned list mail, unless the relay signs it"));
        }
        if (!settings.get(Keys.WEB_URL).getScheme().equals("https")) {
            findings.add(Finding.risky("web.url", "is not https: readers' links travel in clear"));
        }
        if (settings.get(Keys.DOMAIN).equals(Keys.DOMAIN.defaultText())) {
            findings.add(Finding.risky("domain", "is the example's; set your own before anybody writes to a list"));
        }
    }

    private void examineOperator() {
        String operator = settings.get(Keys.OPERATOR_EMAIL).orElse("");
        if (operator.isEmpty()) {
            findings.add(Finding.risky("operator.email", "is not set: nobody is told of trouble"));
        } else if (operator.endsWith("@" + settings.get(Keys.DOMAIN))) {
            findings.add(Finding.wrong(
                    "operator.email",
                    "is at the lists' own domain, where this server knows lists only and refuses mail to " + operator
                            + ", also the link to sign in: name an address that has its mail elsewhere"));
        }
    }

    private void examineDisk() {
        try {
            Path data = settings.data();
            long free = Files.getFileStore(
                            Files.exists(data) ? data : settings.installation().home())
                    .getUsableSpace();
            String words = (free >> 20) + " MB free for " + data;
            findings.add(
                    free < TOO_LITTLE
                            ? Finding.wrong("disk", words + ": make room")
                            : free < LITTLE ? Finding.risky("disk", words) : Finding.good("disk", words));
        } catch (IOException e) {
            findings.add(Finding.wrong("disk", "cannot be looked at: " + e.getMessage()));
        }
    }

    private void examineSecrets() {
        DataFolder data = new DataFolder(settings.data());
        for (Path secret :
                List.of(data.adminToken().path(), data.digestServicePassword().path())) {
            try {
                if (Files.exists(secret)) {
                    String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(secret));
                    boolean safe = permissions.endsWith("------");
                    String words =
                            "permissions " + permissions + (safe ? "" : ": others can read it; chmod 600 " + secret);
                    findings.add(safe ? Finding.good(name(secret), words) : Finding.wrong(name(secret), words));
                }
            } catch (IOException e) {
                findings.add(Finding.wrong(name(secret), "cannot be looked at: " + e.getMessage()));
            }
        }
    }

    private void examineParts() {
        for (PartStatus part : new Status(settings).look()) {
            findings.add(
                    part.good()
                            ? Finding.good(part.part(), part.state().toString())
                            : Finding.wrong(
                                    part.part(),
                                    part.state() + ", " + part.health() + "; ./sampan logs " + part.part()));
        }
    }

    private void examineLists() {
        try {
            findings.addAll(
                    ListFindings.of(mailServer.get(RestPath.of("overview")).path("lists")));
        } catch (RestException e) {
            findings.add(Finding.wrong("lists", String.valueOf(e.getMessage())));
        }
    }

    private void examineTemplates() {
        try {
            findings.addAll(TemplateFindings.of(
                    digestService.get(RestPath.of("api", "templates")).path("broken")));
        } catch (RestException e) {
            findings.add(Finding.wrong("templates", String.valueOf(e.getMessage())));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
