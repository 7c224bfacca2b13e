package org.sampan.digest.production;

import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code publish-edition}, the making of an edition from top to bottom. */
@Configuration(proxyBeanMethods = false)
class PublishEditionJobConfiguration {
    static final String JOB = "publish-edition";

    @Bean
    Job publishEditionJob(JobRepository jobs, EditionSteps steps) {
        return new JobBuilder(JOB, jobs)
                .start(step("compile", jobs, steps::compile))
                .next(step("render", jobs, steps::render))
                .next(step("send", jobs, steps::send))
                .next(step("publish", jobs, steps::publish))
                .build();
    }

    /**
     * Repositories commit by themselves: no transaction is held open while a mail server is spoken to. A run that goes on
     * goes through all steps again, since the desk may have changed the edition meanwhile; each does what is missing.
     */
    private static Step step(String name, JobRepository jobs, Consumer<RunId> action) {
        return new StepBuilder(name, jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            Object run =
                                    chunk.getStepContext().getJobParameters().get("run");
                            try {
                                action.accept(new RunId((Long) Objects.requireNonNull(run)));
                            } catch (RunHalted halted) {
                                chunk.getStepContext().getStepExecution().setTerminateOnly();
                            }
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }
}
