package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

class JdbcFoundPagesTest implements FoundPagesContract {
    private final FoundPages pages = new JdbcFoundPages(TestDatabase.access().client());

    @Override
    public FoundPages pages() {
        return pages;
    }
}
