/** Statements and how they are kept. */
@NullMarked
package org.sampan.digest.statement;

import org.jspecify.annotations.NullMarked;
