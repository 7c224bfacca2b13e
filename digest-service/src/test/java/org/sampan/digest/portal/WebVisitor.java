package org.sampan.digest.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser that keeps cookies and runs no script. Follows redirects as browsers do. */
public final class WebVisitor {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI site;
    private String languages = "en";
    private String address = "";
    private Document page = new Document("");
    private int status;
    private @Nullable HttpResponse<byte[]> answer;
    private String path = "/";

    public WebVisitor(URI site) {
        this.site = site;
    }

    /** What the browser prefers, as in Accept-Language. */
    public WebVisitor reading(String wanted) {
        languages = wanted;
        return this;
    }

    /** Comes through a proxy on this machine from there: one visitor may not ask for many sign-in links. */
    public WebVisitor comingFrom(String visitor) {
        address = visitor;
        return this;
    }

    public Document get(String address) {
        return take(request(address).GET());
    }

    public Document get(String address, Map<String, String> headers) {
        HttpRequest.Builder request = request(address).GET();
        headers.forEach(request::header);
        return take(request);
    }

    /** Fills the page's first posting form and sends it. */
    public Document send(Map<String, String> typed) {
        Element form = page.selectFirst("main form[method=post]");
        if (form == null) {
            throw new AssertionError("no form in " + page.title());
        }
        Map<String, String> fields = new HashMap<>();
        form.select("input[name]:not([type=checkbox]:not([checked])):not([type=radio]:not([checked]))")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        form.select("select").forEach(select -> fields.put(select.attr("name"), chosen(select)));
        fields.putAll(typed);
        return post(form.attr("action"), fields);
    }

    /** Fills the page's form that is sent there, and sends it; of several, the first. */
    public Document send(String action, Map<String, String> typed) {
        Element form = page.selectFirst("main form[method=post][action=" + action + "]");
        if (form == null) {
            throw new AssertionError("no form to " + action + " in " + page.title());
        }
        Map<String, String> fields = new HashMap<>();
        form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(typed);
        return post(action, fields);
    }

    /** Chooses a file in the page's form that takes one, and sends it. */
    public Document upload(byte[] file, Map<String, String> typed) {
        Element form = page.selectFirst("main form[enctype=multipart/form-data]");
        if (form == null) {
            throw new AssertionError("no form for a file in " + page.title());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(typed);
        return upload(form.attr("action"), fields, "file", "members.csv", file);
    }

    public Document post(String address, Map<String, String> fields) {
        return postForm(address, encode(fields));
    }

    /** A form that is written already, as where a name comes several times. */
    public Document postForm(String address, String form) {
        return take(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public Document post(String address, Map<String, String> fields, Map<String, String> headers) {
        HttpRequest.Builder request = request(address).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return take(request.POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    /** Sends a file as a browser's form does, with the token of the page it is shown. */
    public Document upload(String address, String name, byte[] file) {
        return upload(address, Map.of(), "file", name, file);
    }

    /** Sends a form with a file, its token out of the page that is shown. */
    public Document upload(String address, Map<String, String> fields, String field, String name, byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token());
        all.forEach((key, value) -> form.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return take(request(address)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /** Sends a form's fields with the token out of the page that is shown. */
    public Document press(String address, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token());
        return post(address, all);
    }

    private String token() {
        return page.select("input[name=_csrf]").val();
    }

    public Document page() {
        return page;
    }

    public int status() {
        return status;
    }

    public HttpResponse<byte[]> answer() {
        return Objects.requireNonNull(answer, "nothing was asked yet");
    }

    public String header(String name) {
        return String.join("\n", answer().headers().allValues(name));
    }

    /** As when a browser was closed, or the time is over. */
    public void forget(String cookie) {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(known -> known.getName().equals(cookie))
                .forEach(known -> cookies.getCookieStore().remove(site, known));
    }

    public List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    /** The secret of being signed in; empty when nobody is. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The page's words without its header and footer. */
    public String text() {
        return page.select("main").text();
    }

    private HttpRequest.Builder request(String wanted) {
        path = wanted;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(site.resolve(wanted)).header("Accept-Language", languages);
        return address.isEmpty() ? request : request.header("X-Forwarded-For", address);
    }

    private Document take(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> received = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer = received;
            status = received.statusCode();
            page = Jsoup.parse(
                    new String(received.body(), StandardCharsets.UTF_8),
                    received.uri().toString());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a browser sends it: an option without a value is sent as it reads. */
    private static String chosen(Element select) {
        return select.select("option[selected]").stream()
                .findFirst()
                .map(option -> option.hasAttr("value") ? option.attr("value") : option.text())
                .orElse("");
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
