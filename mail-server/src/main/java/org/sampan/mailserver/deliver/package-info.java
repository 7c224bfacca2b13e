/** Stage: works the ledger off, one copy for each recipient, until everybody has it or nobody can. */
@NullMarked
package org.sampan.mailserver.deliver;

import org.jspecify.annotations.NullMarked;
