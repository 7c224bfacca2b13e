package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Lays TLS on a connection. Safe for many threads. */
final class Encrypting {
    private final SSLContext verified;
    private final SSLContext unverified;

    Encrypting(TrustedCertificates trusted) {
        verified = trusted.context();
        try {
            unverified = SSLContext.getInstance("TLS");
            unverified.init(null, new TrustManager[] {new TrustAnybody()}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /** @throws NoEncryptionException when the handshake fails */
    SSLSocket over(Socket socket, SmtpServer server) throws IOException {
        boolean verify = server.encryption().verifies();
        try {
            SSLSocket layered = (SSLSocket) (verify ? verified : unverified)
                    .getSocketFactory()
                    .createSocket(socket, server.name(), server.port(), true);
            if (verify) {
                SSLParameters parameters = layered.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                layered.setSSLParameters(parameters);
            }
            layered.startHandshake();
            return layered;
        } catch (IOException e) {
            throw new NoEncryptionException(reason(server, e), e);
        }
    }

    private static String reason(SmtpServer server, IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return "the certificate of " + server.name() + " is not good: " + cause.getMessage();
            }
        }
        return "encryption with " + server.name() + " failed: " + failure.getMessage();
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
