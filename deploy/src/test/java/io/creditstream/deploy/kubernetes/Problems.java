package io.creditstream.deploy.kubernetes;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with manifests, each with the name of the resource. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  void require(boolean holds, Manifest manifest, String otherwise) {
    if (!holds) {
      found.add("%s: %s".formatted(manifest.id(), otherwise));
    }
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
