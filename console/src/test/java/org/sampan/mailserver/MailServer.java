package org.sampan.mailserver;

import java.io.IOException;
import org.sampan.console.launch.StandIn;

/** Carries the real program's name, so that the launcher finds it where it looks. */
public final class MailServer {

    private MailServer() {}

    public static void main(String[] arguments) throws IOException {
        StandIn.run("mail-server", "SAMPAN_ADMIN_PORT");
    }
}
