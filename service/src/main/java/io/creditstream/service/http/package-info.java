/** The HTTP server of a service: routes, health endpoints, metrics and problem documents. */
@NullMarked
package io.creditstream.service.http;

import org.jspecify.annotations.NullMarked;
