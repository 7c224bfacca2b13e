package org.sampan.digest.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;

/** An editor with a browser, signed in by a link as any editor is. */
final class DeskVisitor {
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI site;

    private DeskVisitor(URI site) {
        this.site = site;
    }

    /** @param link the path that the mail with the sign-in link names */
    static DeskVisitor signedIn(URI site, String link) throws IOException, InterruptedException {
        DeskVisitor visitor = new DeskVisitor(site);
        String form = visitor.page(link);
        String csrf = Objects.requireNonNull(Jsoup.parse(form).selectFirst("input[name=_csrf]"))
                .val();
        visitor.send(
                303,
                HttpRequest.newBuilder(site.resolve(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))));
        return visitor;
    }

    /** Its HTML. */
    String page(String path) throws IOException, InterruptedException {
        return send(200, HttpRequest.newBuilder(site.resolve(path)));
    }

    private String send(int expected, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
