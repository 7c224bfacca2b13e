package org.sampan.digest.production;

import java.util.Optional;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.sampan.digest.collect.DropFolder;

/** Looks once a minute into the folder {@code collect.drop}; of several programs one. */
@DisallowConcurrentExecution
public class DropSchedule implements Job {
    static final String EVERY_MINUTE = "50 * * * * ?";
    private static final String LOCK = "drop";

    private final DropFolder folder;
    private final RunLock lock;

    DropSchedule(DropFolder folder, RunLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    @Override
    public void execute(JobExecutionContext due) {
        look();
    }

    /** How many files were taken; none while another program looks. */
    int look() {
        Optional<RunLock.Held> held = lock.tryAcquire(LOCK);
        if (held.isEmpty()) {
            return 0;
        }
        try (RunLock.Held mine = held.get()) {
            return folder.look();
        }
    }
}
