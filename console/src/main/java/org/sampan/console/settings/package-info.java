/** The only reader of {@code config/sampan.properties}: every key with its default, type and meaning. */
@NullMarked
package org.sampan.console.settings;

import org.jspecify.annotations.NullMarked;
