/** What the desk may do, and how it is taken back. */
@NullMarked
package org.sampan.digest.edit;

import org.jspecify.annotations.NullMarked;
