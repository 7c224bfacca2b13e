package org.sampan.digest.production;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.sampan.digest.collect.CollectMail;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a minute whether articles were mailed to {@code clippings@}, or statements to {@code statements@}. */
@DisallowConcurrentExecution
public class MailSchedule implements Job {
    static final String EVERY_MINUTE = "30 * * * * ?";
    private static final Logger LOGGER = LoggerFactory.getLogger(MailSchedule.class);

    private final CollectMail collectMail;
    private final StatementsByMail statements;

    MailSchedule(CollectMail collectMail, StatementsByMail statements) {
        this.collectMail = collectMail;
        this.statements = statements;
    }

    @Override
    public void execute(JobExecutionContext due) {
        try {
            statements.take();
            collectMail.collect();
        } catch (MailServerUnavailable away) {
            LOGGER.warn("event=mail-not-collected reason=\"{}\"", away.getMessage());
        }
    }
}
