package org.sampan.mailserver.notice;

import java.time.Instant;

/** Invented links and dates for the samples of notices. */
final class SampleText {
    static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    static final Instant IN_A_WEEK = Instant.parse("2026-11-29T01:02:03Z");
    static final String LEAVE = "https://news.example/leave/AAAAAQAAAAAAAABN0f3q0f3q0f3q0f3q0f3q0f";
    static final String CONFIRM = "https://news.example/confirm/mfrggzdfmztwq2lknnwg23tpoa";

    static final String MODERATE = "https://news.example/moderate/3f-2k9q0w7x1c4v5b6n";
    static final String SEND = "https://news.example/sends/3g-2k9q0w7x1c4v5b6n";
    static final String PREFERENCES = "https://news.example/preferences/AAAAAQAAAAAAAABN0f3q0f3q0f3q0f3q0f3q0f";
    static final String MANAGE = "https://news.example/lists/mekong-news/manage/joins";
    static final String RESUME = "https://news.example/resume/AAAAAQAAAAAAAABN0f3q0f3q0f3q0f3q0f3q0f";

    private SampleText() {}
}
