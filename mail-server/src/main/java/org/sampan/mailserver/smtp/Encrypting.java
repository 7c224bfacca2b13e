package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;

/** Lays TLS on a connection. Safe for many threads. */
final class Encrypting {
    private final SSLContext verified;
    private final SSLContext opportunistic;

    Encrypting() {
        try {
            verified = SSLContext.getDefault();
            opportunistic = SSLContext.getInstance("TLS");
            opportunistic.init(null, new TrustManager[] {new TrustAnybody()}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    SSLSocket over(Socket socket, SmtpServer server) throws IOException {
        boolean verify = server.encryption() == Encryption.VERIFIED;
        SSLContext context = verify ? verified : opportunistic;
        SSLSocket layered =
                (SSLSocket) context.getSocketFactory().createSocket(socket, server.name(), server.port(), true);
        if (verify) {
            SSLParameters parameters = layered.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            layered.setSSLParameters(parameters);
        }
        layered.startHandshake();
        return layered;
    }

    /** Encryption without a known other side still keeps listeners out; the choice else would be no encryption (RFC 7435). */
    private static final class TrustAnybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
