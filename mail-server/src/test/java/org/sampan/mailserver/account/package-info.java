/** Tests of accounts. */
@NullMarked
package org.sampan.mailserver.account;

import org.jspecify.annotations.NullMarked;
