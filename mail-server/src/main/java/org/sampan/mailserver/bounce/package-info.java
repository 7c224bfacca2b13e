/** Learns from mail that could not be delivered. */
@NullMarked
package org.sampan.mailserver.bounce;

import org.jspecify.annotations.NullMarked;
