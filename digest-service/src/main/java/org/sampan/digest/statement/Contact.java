package org.sampan.digest.statement;

import java.util.Locale;

/** Whom readers of one language may ask; phone and e-mail may be empty. */
public record Contact(Locale language, String name, String phone, String email) {}
