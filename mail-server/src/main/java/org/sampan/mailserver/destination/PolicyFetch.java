package org.sampan.mailserver.destination;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.sampan.mailserver.smtp.TrustedCertificates;

/**
 * Fetches a domain's policy, RFC 8461 section 3.3: by https with a certificate that is good for the name, without redirections, at
 * most {@value #LARGEST} bytes in {@link #LONGEST}. Safe for many threads.
 */
final class PolicyFetch {
    static final int LARGEST = 64 * 1024;
    static final Duration LONGEST = Duration.ofSeconds(15);

    private final Function<String, URI> url;
    private final HttpClient client;

    PolicyFetch(TrustedCertificates trusted, Function<String, URI> url) {
        this.url = url;
        this.client = HttpClient.newBuilder()
                .sslContext(trusted.context())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LONGEST)
                .build();
    }

    static URI wellKnown(String domain) {
        return URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt");
    }

    /**
     * @throws IOException when it cannot be fetched
     * @throws IllegalArgumentException when what is there is no policy
     */
    MtaStsPolicy of(String domain) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(url.apply(domain)).timeout(LONGEST).build();
        HttpResponse<byte[]> response = await(client.sendAsync(request, head -> new LimitedBody(LARGEST)));
        String type = response.headers().firstValue("content-type").orElse("");
        if (response.statusCode() != 200 || !type.toLowerCase(Locale.ROOT).startsWith("text/plain")) {
            throw new IOException("answered " + response.statusCode() + " " + type);
        }
        return MtaStsPolicy.parse(new String(response.body(), StandardCharsets.UTF_8));
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + LONGEST.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
