package org.sampan.console.catcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows the caught mails at a port of the loopback address, to this machine's browsers only. */
final class CatcherWeb implements AutoCloseable {

    private static final Pattern MAIL =
            Pattern.compile("/mails/([0-9]{1,19})(?:/(rendered|text|headers|source|frame))?");
    private static final Pattern ATTACHMENT = Pattern.compile("/mails/([0-9]{1,19})/attachments/([0-9]{1,4})");
    private static final Pattern LOCAL = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");
    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** A mail may look as it likes, and load nothing from anywhere. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
                    + "sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

    private record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {}

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final CaughtMails mails;
    private final CatcherPages pages = new CatcherPages();

    /** @param port 0 for any free one */
    CatcherWeb(int port, CaughtMails mails) throws IOException {
        this.mails = mails;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = reply(exchange);
            } catch (IOException | RuntimeException e) {
                reply = page(500, pages.problem("This mail cannot be shown", String.valueOf(e.getMessage())));
            }
            send(exchange, reply);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        String path = exchange.getRequestURI().getPath();
        if (!LOCAL.matcher(host).matches()) {
            // Another site's name that was made to point here must not read the mails.
            return page(403, pages.problem("Not here", "Ask for this page as localhost."));
        }
        if (!exchange.getRequestMethod().equals("GET")
                && !exchange.getRequestMethod().equals("HEAD")) {
            return page(405, pages.problem("Only for reading", "Nothing can be changed here."));
        }
        if (path.equals("/")) {
            CatcherPages.ListRequest request = listRequest(exchange);
            return page(200, pages.list(mails.search(request.recipient(), request.subject()), request));
        }
        if (path.equals("/style.css")) {
            return new Reply(200, "text/css; charset=utf-8", style(), Map.of());
        }
        return mail(path)
                .orElseGet(() ->
                        page(404, pages.problem("Nothing here", "There is no such mail; it may have been dropped.")));
    }

    private Optional<Reply> mail(String path) throws IOException {
        Matcher attachment = ATTACHMENT.matcher(path);
        if (attachment.matches()) {
            Optional<CaughtMail> mail = mails.find(attachment.group(1));
            return mail.isPresent() ? attachment(mail.get(), Integer.parseInt(attachment.group(2))) : Optional.empty();
        }
        Matcher view = MAIL.matcher(path);
        Optional<CaughtMail> mail = view.matches() ? mails.find(view.group(1)) : Optional.empty();
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        String wanted = Objects.requireNonNullElse(view.group(2), "rendered");
        return Optional.of(
                wanted.equals("frame")
                        ? frame(mail.get())
                        : page(
                                200,
                                pages.mail(mail.get(), CatcherPages.View.valueOf(wanted.toUpperCase(Locale.ROOT)))));
    }

    private static Reply frame(CaughtMail mail) throws IOException {
        String html = MailReading.of(mail.file()).html().orElse("");
        Matcher head = HEAD.matcher(html);
        String base = "<base target=_blank>";
        String page = head.find() ? html.substring(0, head.end()) + base + html.substring(head.end()) : html;
        return new Reply(
                200,
                "text/html; charset=utf-8",
                page.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Security-Policy", MAIL_POLICY));
    }

    private static Optional<Reply> attachment(CaughtMail mail, int number) throws IOException {
        MailReading reading = MailReading.of(mail.file());
        if (number >= reading.attachments().size()) {
            return Optional.empty();
        }
        Attachment file = reading.attachments().get(number);
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, String> headers = Map.of(
                "Content-Disposition", "attachment; filename*=UTF-8''" + name, "Content-Security-Policy", MAIL_POLICY);
        boolean plainType = file.contentType().matches("[a-z0-9.+-]+/[a-z0-9.+-]+");
        return Optional.of(
                new Reply(200, plainType ? file.contentType() : "application/octet-stream", file.content(), headers));
    }

    private static Reply page(int status, Html html) {
        return new Reply(
                status,
                "text/html; charset=utf-8",
                html.markup().getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Security-Policy", PAGE_POLICY));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.contentType());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        reply.headers().forEach(headers::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), head || reply.body().length == 0 ? -1 : reply.body().length);
        if (!head) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    private static CatcherPages.ListRequest listRequest(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        String page = query.getOrDefault("page", "1");
        return new CatcherPages.ListRequest(
                query.getOrDefault("to", ""),
                query.getOrDefault("subject", ""),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
    }

    private static byte[] style() throws IOException {
        try (InputStream style = CatcherWeb.class.getResourceAsStream("catcher.css")) {
            return Objects.requireNonNull(style).readAllBytes();
        }
    }
}
