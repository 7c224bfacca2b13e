package org.sampan.console.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sampan.console.settings.Setting;

/** Ports for a demonstration: the usual ones where they are free, so that nothing else on the machine is in its way. */
final class DemoPorts {

    private final Map<String, String> environment;
    private final Set<Integer> given = new HashSet<>();

    /** @param environment in which somebody may wish for other ports than the usual ones */
    DemoPorts(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The wished or usual port, or a free one when that is taken. */
    int of(Setting<Integer> setting) {
        return near(Integer.parseInt(environment.getOrDefault(setting.variable(), setting.defaultText())));
    }

    int near(int wished) {
        int port = free(wished) ? wished : anyFree();
        given.add(port);
        return port;
    }

    private boolean free(int port) {
        if (given.contains(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return given.contains(socket.getLocalPort()) ? anyFree() : socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
