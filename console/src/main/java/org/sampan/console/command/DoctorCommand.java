package org.sampan.console.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sampan.console.doctor.Doctor;
import org.sampan.console.doctor.Finding;
import picocli.CommandLine.Command;

/** {@code ./sampan doctor} */
@Command(name = "doctor", description = "Look for what is wrong or risky. Exit code 1 when something is wrong.")
final class DoctorCommand implements Callable<Integer> {

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Finding> findings =
                new Doctor(session.settings(), session.mailServer(), session.digestService()).examine();
        if (session.json()) {
            session.say(Json.print(findings));
        } else {
            findings.forEach(finding -> session.say(String.format(
                    "%-6s %s: %s",
                    finding.gravity().toString().toLowerCase(Locale.ROOT), finding.what(), finding.words())));
        }
        return findings.stream().anyMatch(finding -> finding.gravity() == Finding.Gravity.WRONG) ? 1 : 0;
    }
}
