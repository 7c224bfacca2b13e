package org.sampan.digest.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sampan.digest.settings.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./sampan bench newsroom}: how fast a whole newsroom on this machine collects, makes an edition and looks through its
 * clippings. Reads the database's address from {@code SAMPAN_*} as the service does, makes a database of its own beside it and
 * drops it. Prints a table, and JSON as the last line.
 */
public final class NewsroomBench {
    /** What an editor asks the inbox for: the whole page, with the newest and how many there are. */
    private static final List<String> QUESTIONS = List.of(
            "",
            "state=new",
            "state=omitted",
            "kind=statement",
            "country=TH",
            "topic=wages",
            "language=km",
            "state=new&kind=news-clipping&country=TH&language=th",
            "source=%s",
            "since=%s&until=%s",
            "q=wages",
            "q=labour inspectors",
            "q=ค่าจ้าง",
            "q=工资&state=new",
            "q=ပြောင်း&topic=wages",
            "q=zzzz");

    private static final int REPEATED = 9;

    private final BenchOptions options;
    private final BenchService service;
    private final JdbcScratchDatabase scratch;
    private final Instant newest;
    private final String source;

    private NewsroomBench(
            BenchOptions options, BenchService service, JdbcScratchDatabase scratch, Instant newest, String source) {
        this.options = options;
        this.service = service;
        this.scratch = scratch;
        this.newest = newest;
        this.source = source;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            BenchOptions options = BenchOptions.parse(Arrays.asList(arguments));
            BenchReport report = measure(options, System.getenv());
            if (!options.json()) {
                System.out.print(report.table());
            }
            System.out.println(JsonMapper.shared().writeValueAsString(report));
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println("sampan: " + e.getMessage());
            System.exit(2);
        }
    }

    /** @param environment where the database is, as the service reads it */
    static BenchReport measure(BenchOptions options, Map<String, String> environment) throws Exception {
        Instant newest = Instant.now().truncatedTo(ChronoUnit.DAYS);
        InventedNews news = new InventedNews(options.feeds(), options.items(), newest);
        Settings.Database named = Settings.from(environment).database();
        try (FeedServer feeds = FeedServer.start(news);
                JdbcScratchDatabase scratch = JdbcScratchDatabase.of(named, options.inPlace());
                BenchService service = BenchService.start(environment, scratch.settings(), feeds.feeds())) {
            String source = feeds.feeds().get(0).toString();
            return new NewsroomBench(options, service, scratch, newest, source).report();
        }
    }

    private BenchReport report() throws Exception {
        BenchReport.Collecting first = collect();
        BenchReport.Collecting again = collect();
        scratch.vacuum();
        List<BenchReport.Making> editions = new ArrayList<>();
        for (int run = 0; run < options.runs(); run++) {
            editions.add(edition());
        }
        scratch.growTo(options.clippings());
        DeskVisitor editor = editor();
        List<BenchReport.Asking> answers = new ArrayList<>();
        for (String question : QUESTIONS) {
            answers.add(ask(editor, question));
        }
        return new BenchReport(options, first, again, editions, answers);
    }

    private DeskVisitor editor() throws IOException, InterruptedException {
        String token = "b".repeat(43);
        scratch.letIn("editor@bench.example", token);
        return DeskVisitor.signedIn(service.site(), "/account/sign-in/" + token);
    }

    private BenchReport.Collecting collect() throws IOException, InterruptedException {
        Memory.forget();
        double cpu = cpuSeconds();
        long begin = System.nanoTime();
        JsonNode result = service.run("/api/sources/collect", "{}").path("result");
        return new BenchReport.Collecting(
                result.path("items").asInt(),
                result.path("new").asInt(),
                result.path("merged").asInt(),
                seconds(begin),
                cpuSeconds() - cpu,
                Memory.now());
    }

    /** A draft: compiled, rendered and kept in every language. The same edition each time; what is kept is made anew. */
    private BenchReport.Making edition() throws IOException, InterruptedException {
        Memory.forget();
        scratch.forgetEditions();
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "since", newest.minus(Duration.ofDays(30)).toString(),
                        "until", newest.plusSeconds(1).toString(),
                        "draft", true));
        double cpu = cpuSeconds();
        long begin = System.nanoTime();
        JsonNode result = service.run("/api/editions/" + BenchService.SERIES + "/runs", body)
                .path("result");
        return new BenchReport.Making(
                result.path("items").asInt(), Tongue.values().length, seconds(begin), cpuSeconds() - cpu, Memory.now());
    }

    private BenchReport.Asking ask(DeskVisitor editor, String question) throws IOException, InterruptedException {
        String since = newest.minus(Duration.ofDays(3)).toString();
        String query = Stream.of(question.formatted(question.startsWith("source") ? source : since, newest)
                        .split("&"))
                .map(field -> field.replaceAll("=.*", "=") + encoded(field.replaceAll("^[^=]*=?", "")))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        String page = "/desk/inbox?" + (query.contains("state=") ? "" : "state=all&") + query;
        editor.page(page);
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < REPEATED; round++) {
            long begin = System.nanoTime();
            editor.page(page);
            millis.add(seconds(begin) * 1e3);
        }
        millis.sort(null);
        int found = service.get("/api/clippings/counts?" + query)
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .sum();
        return new BenchReport.Asking(
                question.isEmpty() ? "everything" : question,
                found,
                millis.get(REPEATED / 2),
                millis.get(REPEATED - 1));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** That this process has used so far; 0 where it is not told. */
    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
