/** Where accepted mail waits for the stages: a broker that survives a crash. */
@NullMarked
package org.sampan.mailserver.spool;

import org.jspecify.annotations.NullMarked;
