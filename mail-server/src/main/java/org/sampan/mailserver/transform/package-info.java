/** Makes of a post what its readers get. */
@NullMarked
package org.sampan.mailserver.transform;

import org.jspecify.annotations.NullMarked;
