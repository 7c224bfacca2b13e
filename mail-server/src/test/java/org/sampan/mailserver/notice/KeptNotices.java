package org.sampan.mailserver.notice;

import java.util.ArrayList;
import java.util.List;

/** Keeps notices instead of sending them. */
public final class KeptNotices implements Notices {
    private final List<Notice> sent = new ArrayList<>();

    @Override
    public synchronized long send(Notice notice) {
        sent.add(notice);
        return sent.size();
    }

    public synchronized List<Notice> sent() {
        return List.copyOf(sent);
    }

    /** The last one, which is of this kind. */
    public <C extends NoticeContent> C last(Class<C> kind) {
        List<Notice> all = sent();
        return kind.cast(all.get(all.size() - 1).content());
    }

    /** Kinds and recipients in order. */
    public List<String> told() {
        return sent().stream()
                .map(it -> it.content().kind() + " " + it.recipient().key())
                .toList();
    }
}
