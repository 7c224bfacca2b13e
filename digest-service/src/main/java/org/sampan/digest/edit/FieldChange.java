package org.sampan.digest.edit;

import java.util.Optional;

/** What a field said, and what it was made to say. */
record FieldChange(Optional<String> before, Optional<String> after) {}
