package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether people who log in stay logged in: their sessions lie in the memory of one pod. */
final class Sessions {

  private static final String LOGIN = "CREDITSTREAM_OIDC_ISSUER";

  private Sessions() {}

  static List<String> problems(Installation installation) {
    Problems problems = new Problems();
    for (Manifest set : installation.all("StatefulSet").toList()) {
      for (JsonNode container : set.containers()) {
        problems.require(
            set.at("/spec/replicas").asInt() == 1
                || !Environments.of(set, container, installation).containsKey(LOGIN),
            set,
            "keeps sessions in the memory of one, and there are several");
      }
    }
    return problems.found();
  }
}
