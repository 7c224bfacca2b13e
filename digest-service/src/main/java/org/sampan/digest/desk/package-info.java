/** The secretariat's side: the /api controllers of the contract, each as thin as its row there. */
@NullMarked
package org.sampan.digest.desk;

import org.jspecify.annotations.NullMarked;
