package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the JMH benchmarks of the renderer, the signer and the client's parser: {@code ./mvnw -pl mail-server test -Djacoco.skip -Dtest=Benchmarks}.
 * Its name
 * ends otherwise than a test's, so no build runs it by itself; figures count only on a quiet machine.
 */
class Benchmarks {
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Path SOURCES = Path.of("target/jmh");

    @Test
    void all() throws Exception {
        generate();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("Benchmark")
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
        assertThat(results).hasSizeGreaterThan(4);
    }

    /** JMH measures classes it writes itself, from ours; an annotation processor beside Error Prone would do it in every build. */
    private static void generate() throws Exception {
        Files.createDirectories(SOURCES);
        JmhBytecodeGenerator.main(
                new String[] {CLASSES.toString(), SOURCES.toString(), CLASSES.toString(), "reflection"});
        List<String> arguments = Stream.concat(
                        Stream.of("-nowarn", "-cp", System.getProperty("java.class.path"), "-d", CLASSES.toString()),
                        generated())
                .toList();
        int failed = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK")
                .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failed).isZero();
    }

    private static Stream<String> generated() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(Path::toString).filter(it -> it.endsWith(".java")).toList().stream();
        }
    }
}
