package org.sampan.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.post.Stage;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** mailetcontainer.xml, the packages, {@link Stage} and the README tell the same story. */
class WayOfAPostTest {
    private static final String OURS = "org.sampan.mailserver.";
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::processor).toList();

    @Test
    void processorsAreTheStagesInOrder() throws Exception {
        List<String> expected = new ArrayList<>(List.of("root"));
        expected.addAll(STAGES);
        expected.add("error");
        assertThat(processors().stream().map(it -> it.getAttribute("state"))).containsExactlyElementsOf(expected);
    }

    @Test
    void mailetsAndMatchersStandUnderTheirOwnPackage() throws Exception {
        for (Element processor : processors()) {
            for (Element mailet : elements(processor.getElementsByTagName("mailet"))) {
                for (String name : List.of(mailet.getAttribute("class"), mailet.getAttribute("match"))) {
                    if (name.startsWith(OURS)) {
                        String type = name.replaceAll("=.*", "");
                        assertThat(type).matches(Pattern.quote(OURS + home(processor)) + "\\.\\w+");
                        assertThat(Class.forName(type)).isNotNull();
                    }
                }
            }
        }
    }

    @Test
    void everyProcessorEndsWhereNothingIsLost() throws Exception {
        for (Element processor : processors()) {
            List<Element> mailets = elements(processor.getElementsByTagName("mailet"));
            Element last = mailets.get(mailets.size() - 1);
            assertThat(last.getAttribute("match")).isEqualTo("All");
            assertThat(last.getAttribute("class")).isIn("ToProcessor", "ToRepository");
        }
    }

    @Test
    void readmeNamesEveryStageInOrderAndLinksItsFolder() throws IOException {
        Matcher links = Pattern.compile(
                        "^\\| \\[(\\w+)]\\((src/main/java/org/sampan/mailserver/\\w+)\\) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(MODULE.resolve("README.md")));
        List<String> named = new ArrayList<>();
        while (links.find()) {
            named.add(links.group(1));
            assertThat(links.group(2)).endsWith("/" + links.group(1));
        }
        assertThat(named).isEqualTo(STAGES);
    }

    @Test
    void readmeDrawsEveryStage() throws IOException {
        String drawing = Files.readString(MODULE.resolve("README.md")).split("```", 3)[1];
        assertThat(STAGES)
                .allMatch(stage ->
                        Pattern.compile("\\b" + stage + "\\b").matcher(drawing).find());
    }

    /** Stages have a package of their own; what to do with mail that failed is known where posts are. */
    private static String home(Element processor) {
        String name = processor.getAttribute("state");
        return STAGES.contains(name) ? name : "post";
    }

    private static List<Element> processors() throws Exception {
        Path file = MODULE.resolveSibling("config").resolve("mail-server").resolve("mailetcontainer.xml");
        return elements(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("processor"))
                .stream()
                .filter(it -> it.hasAttribute("state"))
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
