package org.sampan.digest.newsroom;

import org.sampan.digest.fixture.TestDatabase;

class JdbcEditorNotesTest implements EditorNotesContract {
    @Override
    public EditorNotes notes() {
        return new JdbcEditorNotes(TestDatabase.access().client());
    }
}
