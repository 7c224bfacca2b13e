/** What other servers report about our mail: delivery reports, complaints, and the many formats no standard knows. */
@NullMarked
package org.sampan.mailserver.report;

import org.jspecify.annotations.NullMarked;
