/** The newsroom's pages of statements. */
@NullMarked
package org.sampan.digest.desk.statement;

import org.jspecify.annotations.NullMarked;
