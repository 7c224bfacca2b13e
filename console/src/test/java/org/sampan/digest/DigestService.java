package org.sampan.digest;

import java.io.IOException;
import org.sampan.console.launch.StandIn;

/** Carries the real program's name, so that the launcher finds it where it looks. */
public final class DigestService {

    private DigestService() {}

    public static void main(String[] arguments) throws IOException {
        StandIn.run("digest-service", "SAMPAN_WEB_PORT");
    }
}
