/** Tests of persons and their subscriptions. */
@NullMarked
package org.sampan.mailserver.membership;

import org.jspecify.annotations.NullMarked;
