/** Mail for the newsroom's desk, kept until digest-service takes it. */
@NullMarked
package org.sampan.mailserver.mailbox;

import org.jspecify.annotations.NullMarked;
