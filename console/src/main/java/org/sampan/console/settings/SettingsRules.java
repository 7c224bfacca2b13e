package org.sampan.console.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What settings that are each good must also be together. */
final class SettingsRules {

    private final Settings settings;
    private final List<SettingsProblem> broken = new ArrayList<>();

    private SettingsRules(Settings settings) {
        this.settings = settings;
    }

    static List<SettingsProblem> broken(Settings settings) {
        SettingsRules rules = new SettingsRules(settings);
        rules.portsDiffer();
        rules.certificateHasKey();
        rules.relayPasswordHasName();
        rules.relayTlsIsOneWish();
        return rules.broken;
    }

    private void portsDiffer() {
        Map<Integer, String> taken = new HashMap<>();
        for (Setting<Integer> port :
                List.of(Keys.SMTP_PORT, Keys.SUBMISSION_PORT, Keys.ADMIN_PORT, Keys.WEB_PORT, Keys.DATABASE_PORT)) {
            boolean used = !port.equals(Keys.DATABASE_PORT)
                    || settings.get(Keys.DATABASE_URL).isEmpty();
            String other = used ? taken.putIfAbsent(settings.get(port), port.key()) : null;
            if (other != null) {
                say(port, "is " + settings.get(port) + ", which is " + other + " already; give each its own port");
            }
        }
    }

    private void certificateHasKey() {
        if (settings.get(Keys.TLS_CERTIFICATE).isPresent()
                != settings.get(Keys.TLS_KEY).isPresent()) {
            Setting<?> missing = settings.get(Keys.TLS_KEY).isPresent() ? Keys.TLS_CERTIFICATE : Keys.TLS_KEY;
            say(missing, "is not set; tls.certificate and tls.key belong together");
        }
        for (Setting<Optional<Path>> file : List.of(Keys.TLS_CERTIFICATE, Keys.TLS_KEY)) {
            settings.get(file)
                    .map(settings.installation()::inHome)
                    .filter(path -> !Files.isReadable(path))
                    .ifPresent(path -> say(file, "is " + path + ", which cannot be read"));
        }
    }

    private void relayPasswordHasName() {
        boolean secret = !settings.get(Keys.RELAY_PASSWORD).isEmpty()
                || settings.get(Keys.RELAY_TOKEN_FILE).isPresent();
        if (settings.get(Keys.RELAY_USERNAME).isEmpty() == secret) {
            Setting<?> missing = secret ? Keys.RELAY_USERNAME : Keys.RELAY_PASSWORD;
            say(missing, "is not set; relay.username and relay.password (or relay.tokenFile) belong together");
        }
        if (!settings.get(Keys.RELAY_PASSWORD).isEmpty()
                && settings.get(Keys.RELAY_TOKEN_FILE).isPresent()) {
            say(Keys.RELAY_TOKEN_FILE, "is set besides relay.password; choose one of them");
        }
    }

    private void relayTlsIsOneWish() {
        if (settings.get(Keys.RELAY_IMPLICIT_TLS) && settings.get(Keys.RELAY_TLS) == RelayTls.OFF) {
            say(Keys.RELAY_TLS, "is off, but relay.implicitTls is true; choose one of them");
        }
        settings.get(Keys.RELAY_TRUST)
                .map(settings.installation()::inHome)
                .filter(path -> !Files.isReadable(path))
                .ifPresent(path -> say(Keys.RELAY_TRUST, "is " + path + ", which cannot be read"));
    }

    private void say(Setting<?> setting, String what) {
        broken.add(new SettingsProblem(settings.origin(setting), setting.key(), what));
    }
}
