/** Second stage: what the desk decides. */
@NullMarked
package org.sampan.digest.edit;

import org.jspecify.annotations.NullMarked;
