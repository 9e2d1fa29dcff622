/**
 * The manifests for Kubernetes, held to the APIs, to the product and to each other without a
 * cluster.
 */
@NullMarked
package io.creditstream.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
