/** The REST of both programs, as {@code config/contract/README.md} pins it. */
@NullMarked
package org.sampan.console.rest;

import org.jspecify.annotations.NullMarked;
