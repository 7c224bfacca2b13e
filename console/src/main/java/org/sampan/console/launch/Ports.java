package org.sampan.console.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Setting;
import org.sampan.console.settings.Settings;

/** The ports Sampan is to listen on, tried before anything is started. */
final class Ports {

    private static final String LOOPBACK = "127.0.0.1";

    private final Settings settings;

    Ports(Settings settings) {
        this.settings = settings;
    }

    /** One line for each port that cannot be had, with the key to change. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        String smtpHost = settings.get(Keys.SMTP_HOST);
        check(smtpHost, Keys.SMTP_PORT).ifPresent(problems::add);
        check(smtpHost, Keys.SUBMISSION_PORT).ifPresent(problems::add);
        check(LOOPBACK, Keys.ADMIN_PORT).ifPresent(problems::add);
        check(settings.get(Keys.WEB_HOST), Keys.WEB_PORT).ifPresent(problems::add);
        if (settings.get(Keys.DATABASE_URL).isEmpty()) {
            check(LOOPBACK, Keys.DATABASE_PORT).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<String> check(String host, Setting<Integer> key) {
        int port = settings.get(key);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("port " + port + " at " + host + " cannot be had: " + e.getMessage()
                    + "; another program may use it. Set "
                    + key.key() + " in "
                    + settings.installation().shown(settings.installation().config()) + "/sampan.properties (or "
                    + key.variable() + ") to a free one");
        }
    }
}
