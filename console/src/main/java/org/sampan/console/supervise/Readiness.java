package org.sampan.console.supervise;

/** Tells whether a running part does its work; answers within a few seconds and never throws. */
@FunctionalInterface
public interface Readiness {

    /** @param process the part's process */
    boolean ready(ProcessIdentity process);
}
