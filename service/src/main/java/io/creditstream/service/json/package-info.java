/** Events of the contract as JSON. */
@NullMarked
package io.creditstream.service.json;

import org.jspecify.annotations.NullMarked;
