package org.sampan.mailserver.notice;

import java.util.List;

/** What owners are told of sends that do not go well. */
public sealed interface SendContent extends NoticeContent {
    /** One of each kind. */
    static List<SendContent> samples() {
        return List.of(new SendPaused(
                new Figures(160, 40, 1000),
                "Minutes of Monday",
                "550 5.7.1 Message refused by policy",
                "b7n4qk2zr5tx6wpa3mde",
                SampleText.SEND));
    }

    /**
     * To owners: so many servers refuse a post that its send paused itself.
     *
     * @param reply what most of them said
     * @param id of the post
     * @param link page where it is resumed or cancelled
     */
    record SendPaused(String sent, String failed, String open, String subject, String reply, String id, String link)
            implements SendContent {
        public SendPaused(Figures figures, String subject, String reply, String id, String link) {
            this(
                    Long.toString(figures.sent()),
                    Long.toString(figures.failed()),
                    Long.toString(figures.open()),
                    subject,
                    reply,
                    id,
                    link);
        }
    }

    /** @param open who was not offered a copy yet */
    record Figures(long sent, long failed, long open) {}
}
