package org.sampan.digest.production;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.sampan.digest.collect.LookAtLinks;

/** Looks at links of published stories that are due; of several nodes one does. */
@DisallowConcurrentExecution
public class LinkSchedule implements Job {
    static final String EVERY_HOUR = "0 20 * * * ?";

    private final LookAtLinks lookAtLinks;

    LinkSchedule(LookAtLinks lookAtLinks) {
        this.lookAtLinks = lookAtLinks;
    }

    @Override
    public void execute(JobExecutionContext due) {
        lookAtLinks.look();
    }
}
