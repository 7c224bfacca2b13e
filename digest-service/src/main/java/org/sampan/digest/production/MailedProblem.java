package org.sampan.digest.production;

import java.util.Map;
import org.sampan.digest.collect.MailedStatement;

/**
 * Something of a mailed statement that could not be taken over.
 *
 * @param key of its text
 */
record MailedProblem(String key, Map<String, ?> values) {
    static MailedProblem ofMail(MailedStatement.Problem problem) {
        return new MailedProblem("statement.mailed.problem." + problem.code(), problem.values());
    }

    static MailedProblem unknownList(String name) {
        return new MailedProblem("statement.mailed.problem.list", Map.of("list", name));
    }
}
