/** Named checks that say whether a service is alive and whether it is ready. */
@NullMarked
package io.creditstream.service.health;

import org.jspecify.annotations.NullMarked;
