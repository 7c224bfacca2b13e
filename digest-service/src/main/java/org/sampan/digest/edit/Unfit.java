package org.sampan.digest.edit;

import java.util.Map;

/** A statement cannot be treated so; the pages' text is {@code statement.problem.<code>}, with the values. */
public final class Unfit extends RuntimeException {
    private final String field;
    private final String code;
    private final transient Map<String, ?> values;

    public Unfit(String field, String code, Map<String, ?> values) {
        super(code + " " + values);
        this.field = field;
        this.code = code;
        this.values = values;
    }

    public Unfit(String field, String code) {
        this(field, code, Map.of());
    }

    /** The field at fault, as the contract names it; may be empty. */
    public String field() {
        return field;
    }

    public String code() {
        return code;
    }

    public Map<String, ?> values() {
        return values;
    }
}
