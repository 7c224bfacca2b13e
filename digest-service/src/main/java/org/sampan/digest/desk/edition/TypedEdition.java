package org.sampan.digest.desk.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Translation;
import org.sampan.digest.page.NotHere;

/** An edition with what somebody types at this moment, cut down to what shows it. */
record TypedEdition(DeskEdition shown, PreviewPages.Typing typing) {
    private static final int FEW = 3;

    Edition edition() {
        return typing.clipping().map(ClippingId::new).map(this::withWords).orElseGet(this::withIntroduction);
    }

    private Edition withWords(ClippingId id) {
        Section only = shown.edition().sections().stream()
                .flatMap(section -> section.clippings().stream()
                        .filter(clipping -> clipping.id().equals(id))
                        .map(clipping -> new Section(section.kind(), List.of(clipping))))
                .findFirst()
                .orElseThrow(NotHere::new);
        OwnWords words =
                new OwnWords(text(typing.title()).strip(), text(typing.text()).strip());
        return shown.edition()
                .withSections(List.of(only))
                .withIntroduction(Optional.empty())
                .withOwnWords(id, words);
    }

    private Edition withIntroduction() {
        Edition few = shown.edition()
                .withSections(shown.edition().sections().stream()
                        .limit(1)
                        .map(section -> new Section(
                                section.kind(),
                                section.clippings().stream().limit(FEW).toList()))
                        .toList());
        String introduction = text(typing.introduction());
        return isMain()
                ? few.withTitle(text(typing.title()))
                        .withIntroduction(Optional.of(introduction).filter(it -> !it.isBlank()))
                : few.withTranslation(
                        new Translation(language(), text(typing.title()), introduction, few.originalWords()));
    }

    private boolean isMain() {
        return language().equals(shown.series().mainLanguage());
    }

    /** The one that is typed in; own words are seen by readers of the language they are in, where there are any. */
    Locale language() {
        return typing.language().or(this::ofClipping).stream()
                .flatMap(tag -> shown.series().languages().stream()
                        .filter(it -> it.toLanguageTag().equals(tag)))
                .findFirst()
                .orElse(shown.series().mainLanguage());
    }

    private Optional<String> ofClipping() {
        return shown.edition()
                .clippings()
                .filter(clipping ->
                        typing.clipping().equals(Optional.of(clipping.id().value())))
                .map(Clipping::story)
                .map(story -> story.language().toLanguageTag())
                .findFirst();
    }

    private static String text(Optional<String> typed) {
        return typed.map(it -> it.replace("\r\n", "\n")).orElse("");
    }
}
