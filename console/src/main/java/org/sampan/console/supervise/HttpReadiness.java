package org.sampan.console.supervise;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Ready when a GET is answered 200. The old client on purpose: it costs a tenth of the new one's memory and start. */
public record HttpReadiness(URI health) implements Readiness {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 5_000;

    @Override
    public boolean ready(ProcessIdentity process) {
        return status() == HttpURLConnection.HTTP_OK;
    }

    /** The status code; 0 when nobody answers. */
    public int status() {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return 0;
        }
    }
}
