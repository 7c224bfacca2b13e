/** The newsroom's pages on which statements are written, approved, sent, stopped, corrected and withdrawn. */
@NullMarked
package org.sampan.digest.desk.statement;

import org.jspecify.annotations.NullMarked;
