/** The /api controllers of the contract, each as thin as its row there. */
@NullMarked
package org.sampan.digest.api;

import org.jspecify.annotations.NullMarked;
