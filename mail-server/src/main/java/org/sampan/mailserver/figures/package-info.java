/** What is counted of the lists: a day's comings and goings and deliveries, and how each list stands now. */
@NullMarked
package org.sampan.mailserver.figures;

import org.jspecify.annotations.NullMarked;
