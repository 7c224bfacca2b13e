package org.sampan.digest.production;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sampan.digest.collect.CollectArchive;
import org.sampan.digest.collect.CollectSource;
import org.sampan.digest.collect.Collected;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Sources;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The job {@code collect}: one step that goes through the sources, several at a time. */
@Configuration(proxyBeanMethods = false)
class CollectClippingsJobConfiguration {
    static final String JOB = "collect-clippings";

    /** Slow sources must not keep the others waiting for long; each may hold one whole feed in memory. */
    private static final int AT_A_TIME = 4;

    @Bean
    Job collectClippingsJob(JobRepository jobs, Step collect) {
        return new JobBuilder(JOB, jobs).start(collect).build();
    }

    /** Repositories commit by themselves: no transaction is held open while a feed is fetched. */
    @Bean
    Step collect(
            JobRepository jobs,
            ListItemReader<Source> collectReader,
            CollectProcessor collectProcessor,
            CollectWriter collectWriter) {
        return new StepBuilder("collect", jobs)
                .<Source, Collected>chunk(AT_A_TIME)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(collectReader)
                .processor(collectProcessor)
                .writer(collectWriter)
                .taskExecutor(collectExecutor())
                .build();
    }

    private static SimpleAsyncTaskExecutor collectExecutor() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("collect-");
        executor.setConcurrencyLimit(AT_A_TIME);
        return executor;
    }

    @Bean
    @StepScope
    Wanted collectWanted(@Value("#{jobParameters['run']}") Long run, Runs runs, Sources sources, Clock clock) {
        RunRequest.Collecting request = runs.find(new RunId(run))
                .map(Run::request)
                .filter(RunRequest.Collecting.class::isInstance)
                .map(RunRequest.Collecting.class::cast)
                .orElse(new RunRequest.Collecting(false));
        if (request.backfill().isPresent()) {
            RunRequest.Backfill back = request.backfill().get();
            return new Wanted(sources.find(new SourceId(back.source())).stream().toList(), back.pages());
        }
        return new Wanted(
                sources.all().stream()
                        .filter(source ->
                                request.impatient() || source.condition().isDue(clock.instant()))
                        .toList(),
                0);
    }

    /** The sources of one run, and how far back each is gone through; 0: not at all. */
    static class Wanted {
        private final List<Source> sources;
        private final int pages;

        Wanted(List<Source> sources, int pages) {
            this.sources = sources;
            this.pages = pages;
        }

        int pages() {
            return pages;
        }

        List<Source> sources() {
            return sources;
        }
    }

    @Bean
    @StepScope
    ListItemReader<Source> collectReader(Wanted collectWanted) {
        return new ListItemReader<>(collectWanted.sources());
    }

    @Bean
    @StepScope
    CollectProcessor collectProcessor(
            @Value("#{jobParameters['run']}") Long run, Runs runs, Wanted collectWanted, Stages stages, Clock clock) {
        int pages = collectWanted.pages();
        if (pages == 0) {
            return new CollectProcessor(source -> stages.feed().collect(source, clock));
        }
        RunId id = new RunId(run);
        return new CollectProcessor(source -> stages.archive().collect(source, pages, clock, page -> {
            runs.progress(id, "collect", page - 1, pages);
            return runs.stopWanted(id).isEmpty();
        }));
    }

    /** Collects from each source in the way the run wants. */
    static class CollectProcessor implements ItemProcessor<Source, Collected> {
        private final Function<Source, Collected> way;

        CollectProcessor(Function<Source, Collected> way) {
            this.way = way;
        }

        @Override
        public Collected process(Source source) {
            return way.apply(source);
        }
    }

    /** The ways to collect. */
    @Component
    record Stages(CollectSource feed, CollectArchive archive) {}

    @Bean
    @StepScope
    CollectWriter collectWriter(
            @Value("#{jobParameters['run']}") Long run, Runs runs, Wanted collectWanted, JsonMapper json) {
        return new CollectWriter(new RunId(run), runs, collectWanted.sources().size(), json);
    }

    /** Keeps the sums in the run, so that whoever asks sees them grow. */
    static class CollectWriter implements ItemWriter<Collected> {
        private final RunId run;
        private final Runs runs;
        private final int total;
        private final JsonMapper json;
        private final List<Collected> all = new ArrayList<>();

        CollectWriter(RunId run, Runs runs, int total, JsonMapper json) {
            this.run = run;
            this.runs = runs;
            this.total = total;
            this.json = json;
        }

        @Override
        public void write(Chunk<? extends Collected> chunk) {
            all.addAll(chunk.getItems());
            runs.keepResult(run, json.writeValueAsString(CollectReport.of(all)));
            runs.progress(run, "collect", all.size(), total);
        }
    }
}
