package org.sampan.digest.journey;

import org.sampan.digest.DigestService;

/**
 * Several nodes of the digest service in one process, which is there to be killed: starting the real program so often in
 * processes of their own would cost a minute.
 */
final class DoomedNodes {
    private DoomedNodes() {}

    public static void main(String[] count) {
        for (int node = 0; node < Integer.parseInt(count[0]); node++) {
            DigestService.start(System.getenv());
        }
    }
}
