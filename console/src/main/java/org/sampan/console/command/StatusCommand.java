package org.sampan.console.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sampan.console.launch.PartStatus;
import org.sampan.console.launch.Status;
import org.sampan.console.terminal.Table;
import picocli.CommandLine.Command;

/** {@code ./sampan status} */
@Command(name = "status", description = "Show every part: state, process, port, memory. Exit code 0 when all are up.")
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<PartStatus> parts = new Status(session.settings()).look();
        if (session.json()) {
            session.say(Json.print(parts.stream().map(StatusCommand::json).toList()));
        } else {
            table(parts).print(session.out());
        }
        return parts.stream().allMatch(PartStatus::good) ? 0 : 1;
    }

    private static Table table(List<PartStatus> parts) {
        Table table = new Table("part", "state", "pid", "port", "memory", "uptime", "restarts", "health");
        for (PartStatus part : parts) {
            boolean runs = part.pid() != 0;
            table.row(
                    part.part(),
                    part.state().toString(),
                    runs ? Long.toString(part.pid()) : "",
                    part.port() == 0 ? "" : Integer.toString(part.port()),
                    runs ? (part.memoryBytes() >> 20) + " MB" : "",
                    runs ? shown(part.uptime()) : "",
                    runs ? Integer.toString(part.restarts()) : "",
                    part.health());
        }
        return table;
    }

    private static Map<String, Object> json(PartStatus part) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("part", part.part());
        json.put("state", part.state().toString());
        json.put("pid", part.pid());
        json.put("port", part.port());
        json.put("memoryBytes", part.memoryBytes());
        json.put("uptimeSeconds", part.uptime().toSeconds());
        json.put("restarts", part.restarts());
        json.put("health", part.health());
        return json;
    }

    /** The two largest units: {@code 3d 4h}. */
    static String shown(Duration uptime) {
        if (uptime.toDays() > 0) {
            return uptime.toDays() + "d " + uptime.toHoursPart() + "h";
        }
        if (uptime.toHours() > 0) {
            return uptime.toHours() + "h " + uptime.toMinutesPart() + "m";
        }
        return uptime.toMinutes() > 0
                ? uptime.toMinutes() + "m " + uptime.toSecondsPart() + "s"
                : uptime.toSeconds() + "s";
    }
}
