package org.sampan.digest.production;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Collects when {@code config/sources.yaml} says so. */
@DisallowConcurrentExecution
public class CollectSchedule implements Job {
    private final Conductor conductor;

    CollectSchedule(Conductor conductor) {
        this.conductor = conductor;
    }

    @Override
    public void execute(JobExecutionContext due) {
        conductor.startAndWait(new RunRequest.Collecting(false));
    }
}
