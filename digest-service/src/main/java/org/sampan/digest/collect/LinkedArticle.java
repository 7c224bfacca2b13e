package org.sampan.digest.collect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article as the page's linked data describes it (JSON-LD, schema.org's {@code Article} and its kin). */
record LinkedArticle(
        Optional<String> headline,
        Optional<String> published,
        List<String> authors,
        Optional<String> publisher,
        Optional<String> language) {
    private static final LinkedArticle NONE =
            new LinkedArticle(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    static LinkedArticle in(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .flatMap(LinkedArticle::nodes)
                .filter(LinkedArticle::isArticle)
                .findFirst()
                .map(LinkedArticle::of)
                .orElse(NONE);
    }

    private static Stream<JsonNode> nodes(Element script) {
        try {
            JsonNode data = JsonMapper.shared().readTree(script.data());
            Stream<JsonNode> top = data.isArray() ? data.valueStream() : Stream.of(data);
            return top.flatMap(
                    node -> Stream.concat(Stream.of(node), node.path("@graph").valueStream()));
        } catch (JacksonException broken) {
            return Stream.empty();
        }
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.path("@type");
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(JsonNode::asString)
                .anyMatch(name -> name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report"));
    }

    private static LinkedArticle of(JsonNode article) {
        JsonNode author = article.path("author");
        return new LinkedArticle(
                text(article.path("headline")).or(() -> text(article.path("name"))),
                text(article.path("datePublished")),
                (author.isArray() ? author.valueStream() : Stream.of(author))
                        .flatMap(one -> name(one).stream())
                        .distinct()
                        .toList(),
                name(article.path("publisher")),
                text(article.path("inLanguage")));
    }

    private static Optional<String> name(JsonNode who) {
        return who.isObject() ? text(who.path("name")) : text(who).filter(name -> !name.startsWith("http"));
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .map(FeedReader::plain)
                .filter(text -> !text.isEmpty());
    }
}
