package org.sampan.digest.statement;

/**
 * What stands at the end of a statement's mail, by which whoever got it can ask whether it is ours:
 * {@code 7-2-K3QM-9F4D-XWVR-H2TP} for version 2 of statement 7. Nobody who has not seen the mail can guess it.
 */
public record CheckCode(String text) {
    @Override
    public String toString() {
        return text;
    }
}
