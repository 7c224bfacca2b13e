package org.sampan.digest.production;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.sampan.digest.edit.DisposeOfClippings;

/** Lets go each night of what is kept no longer; of several nodes one does. */
@DisallowConcurrentExecution
public class RetentionSchedule implements Job {
    static final String EVERY_NIGHT = "0 40 19 * * ?";

    private final DisposeOfClippings disposeOfClippings;

    RetentionSchedule(DisposeOfClippings disposeOfClippings) {
        this.disposeOfClippings = disposeOfClippings;
    }

    @Override
    public void execute(JobExecutionContext due) {
        disposeOfClippings.dispose();
    }
}
