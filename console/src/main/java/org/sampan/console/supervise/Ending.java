package org.sampan.console.supervise;

/** How a supervisor's run ended. */
public sealed interface Ending {

    /** It was asked to, and ended every part in order. */
    record Stopped() implements Ending {}

    /** A part could not be started; everything else has been ended again. */
    record StartFailed(String reason) implements Ending {}
}
