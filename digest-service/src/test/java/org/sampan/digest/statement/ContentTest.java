package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sampan.digest.markdown.Markdown;

class ContentTest {
    private static Text khmer(Content content) {
        return content.text(StatementsContract.KHMER).orElseThrow();
    }

    @Test
    void approvalOfWhatWasWrittenBeforeTranslationsCouldGoOlderStands() {
        String before = StatementsContract.content().toJson();

        assertThat(before).doesNotContain("goesBeside");
        assertThat(Content.fromJson(before).fingerprint()).isEqualTo(Digest.of(before));
    }

    @Test
    void decisionThatATranslationGoesCountsForOneWordingOfTheOriginal() {
        Content written = StatementsContract.content();
        Content changed = written.with(written.original().saying("New title", new Markdown("All fees."), ""));
        assertThat(changed.isStale(khmer(changed))).isTrue();
        assertThat(changed.goesOlder(khmer(changed))).isFalse();

        Content decided = Content.fromJson(
                changed.with(khmer(changed).goingBeside(changed.original())).toJson());

        assertThat(decided.goesOlder(khmer(decided))).isTrue();
        Content again = decided.with(decided.original().saying("Newer title", new Markdown("All."), ""));
        assertThat(again.goesOlder(khmer(again))).isFalse();
        Content agreed = decided.with(khmer(decided).madeFrom(decided.original()));
        assertThat(agreed.goesOlder(khmer(agreed))).isFalse();
    }
}
