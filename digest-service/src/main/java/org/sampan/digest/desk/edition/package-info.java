/** The newsroom's pages of editions and of runs: order, word, look, approve, send, follow. */
@NullMarked
package org.sampan.digest.desk.edition;

import org.jspecify.annotations.NullMarked;
