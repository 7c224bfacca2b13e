package org.sampan.mailserver.notice;

import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.mailserver.settings.BadSettingsException;

/** Reads the folder of one list, tries what is in it with the samples, and leaves out what cannot be used. */
final class ListWordingReader {
    private static final Set<String> LAYOUTS = Set.of("layout-text.ftl", "layout-html.ftl");

    private final Path folder;
    private final Wording shipped;
    private final TemplateLoader shippedTemplates;
    private final Map<String, String> templates = new TreeMap<>();
    private final Map<String, Map<String, String>> texts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    ListWordingReader(Path folder, Wording shipped, TemplateLoader shippedTemplates) {
        this.folder = folder;
        this.shipped = shipped;
        this.shippedTemplates = shippedTemplates;
    }

    ListWording read() {
        readTemplates();
        NoticeTexts.files(folder).forEach(this::readTexts);
        Wording wording = wording();
        while (refuseOne(wording)) {
            wording = wording();
        }
        return new ListWording(wording, changedKinds(), List.copyOf(problems));
    }

    private void readTemplates() {
        Set<String> known = NoticeContent.kinds().stream()
                .map(it -> NoticeContent.kind(it) + Wording.SUFFIX)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(LAYOUTS);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (known.contains(name)) {
                    templates.put(name, Files.readString(file));
                } else if (!NoticeTexts.files(folder).contains(file)) {
                    problems.add(file + ": is neither a notice's template nor a bundle; there are " + known);
                }
            }
        } catch (IOException e) {
            problems.add(folder + ": cannot be read: " + e.getMessage());
        }
    }

    private void readTexts(Path file) {
        try {
            Map<String, String> bundle = NoticeTexts.read(file);
            bundle.forEach((key, text) -> problemOf(key, text)
                    .ifPresentOrElse(
                            problem -> problems.add(file + ":" + lineOf(key, file) + ": " + key + " " + problem),
                            () -> texts.computeIfAbsent(NoticeTexts.languageOf(file), language -> new HashMap<>())
                                    .put(key, text)));
        } catch (BadSettingsException e) {
            problems.addAll(e.problems());
        }
    }

    /** A text of ours that names only what notices of its kind know; a template of the list's own may have more of them. */
    private Optional<String> problemOf(String key, String text) {
        String kind = key.contains(".") ? key.substring(0, key.indexOf('.')) : "";
        boolean known = shipped.texts().all(NoticeTexts.ENGLISH).containsKey(key);
        if (!known && !templates.containsKey(kind + Wording.SUFFIX)) {
            return Optional.of("is no text of ours");
        }
        Set<String> unknown = new TreeSet<>(NoticeTexts.places(text));
        unknown.removeAll(placesOf(kind));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("names {" + String.join("}, {", unknown) + "}, which there is not");
    }

    private static Collection<String> placesOf(String kind) {
        NoticeContent sample = NoticeContent.samples().stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElse(new RequestContent.Help());
        Set<String> places = new TreeSet<>(
                NoticeValues.of(NoticeSamples.of(NoticeSamples.NEWS, NoticeTexts.ENGLISH, sample), Locale.ENGLISH)
                        .texts()
                        .keySet());
        places.add("languages");
        return places;
    }

    private static int lineOf(String key, Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().matches(java.util.regex.Pattern.quote(key) + "(\\s*[=:].*|\\s.*|)")) {
                    return i + 1;
                }
            }
            return 1;
        } catch (IOException e) {
            return 1;
        }
    }

    private Wording wording() {
        StringTemplateLoader own = new StringTemplateLoader();
        templates.forEach(own::putTemplate);
        NoticeTexts all = shipped.texts();
        for (Map.Entry<String, Map<String, String>> bundle : texts.entrySet()) {
            all = all.with(bundle.getKey(), bundle.getValue());
        }
        return new Wording(all, new MultiTemplateLoader(new TemplateLoader[] {own, shippedTemplates}));
    }

    /** True when something of the list's own had to go, and the rest is to be tried again. */
    private boolean refuseOne(Wording wording) {
        for (Notice sample : NoticeSamples.all(NoticeTexts.ENGLISH)) {
            try {
                wording.write(sample);
            } catch (UnusableTemplateException e) {
                refuse(e, sample.content().kind() + Wording.SUFFIX);
                return true;
            }
        }
        return false;
    }

    /** The template that failed, or else the one that used what failed. */
    private void refuse(UnusableTemplateException e, String used) {
        Optional<String> culprit = Stream.concat(Stream.of(e.template(), used), LAYOUTS.stream())
                .filter(templates::containsKey)
                .findFirst();
        if (culprit.isEmpty() && texts.isEmpty()) {
            throw e;
        }
        culprit.ifPresentOrElse(templates::remove, texts::clear);
        problems.add(
                folder.resolve(culprit.orElse("bundles")) + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.reason());
    }

    private List<String> changedKinds() {
        Set<String> changed = templates.keySet().stream()
                .map(it -> it.substring(0, it.length() - Wording.SUFFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        texts.values().stream()
                .flatMap(it -> it.keySet().stream())
                .forEach(key -> changed.add(key.contains(".") ? key.substring(0, key.indexOf('.')) : key));
        List<String> kinds =
                NoticeContent.kinds().stream().map(NoticeContent::kind).toList();
        return kinds.containsAll(changed)
                ? kinds.stream().filter(changed::contains).toList()
                : kinds;
    }
}
