package org.sampan.console.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sampan.console.settings.Installation;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Setting;

/** The settings of a demonstration, as environment: nothing of the operator's own, and nothing that reaches beyond the machine. */
final class DemoEnvironment {

    private static final String LOOPBACK = "127.0.0.1";

    private DemoEnvironment() {}

    /**
     * @param outer the process's environment; its {@code SAMPAN_*} are left out, but for wished ports
     * @param catcherPort where the catcher takes mail
     */
    static Map<String, String> make(
            Map<String, String> outer, DemoFolder folder, DemoNetwork network, int catcherPort) {
        Map<String, String> environment = new TreeMap<>(outer);
        environment.keySet().removeIf(name -> name.startsWith("SAMPAN_"));
        environment.put("SAMPAN_HOME", Installation.of(outer).home().toString());
        environment.put("SAMPAN_CONFIG", network.folder().toString());
        put(environment, Keys.DATA, folder.path());
        DemoPorts ports = new DemoPorts(outer);
        for (Setting<Integer> port :
                List.of(Keys.SMTP_PORT, Keys.SUBMISSION_PORT, Keys.ADMIN_PORT, Keys.WEB_PORT, Keys.DATABASE_PORT)) {
            put(environment, port, ports.of(port));
        }
        put(environment, Keys.SMTP_HOST, LOOPBACK);
        put(environment, Keys.WEB_HOST, LOOPBACK);
        put(environment, Keys.RELAY_HOST, LOOPBACK);
        put(environment, Keys.RELAY_PORT, catcherPort);
        put(environment, Keys.RELAY_TLS, "off");
        put(environment, Keys.COLLECT_FILES, network.feedFolder());
        put(environment, Keys.COLLECT_LINK_PAUSES, "");
        put(environment, Keys.OPERATOR_EMAIL, DemoNetwork.OPERATOR);
        return environment;
    }

    private static void put(Map<String, String> environment, Setting<?> setting, Object value) {
        environment.put(setting.variable(), value.toString());
    }
}
