package org.sampan.console.supervise;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One program of the installation, as it is to be run.
 *
 * @param name as shown to the operator, also the name of its log
 * @param command the program and its arguments
 * @param environment all of it; nothing is inherited
 * @param folder its working folder
 * @param stopSignal what asks it to end in order
 * @param readiness tells whether it does its work
 * @param needs the parts that must be ready before it is started
 */
public record Part(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        StopSignal stopSignal,
        Readiness readiness,
        Set<String> needs) {}
