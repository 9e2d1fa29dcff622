package io.creditstream.deploy.kubernetes;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be said of manifests without a cluster. */
final class Checks {

  private Checks() {}

  /** What is wrong with an installation; empty for one that is well. */
  static List<String> problems(Installation installation) {
    List<String> problems = new ArrayList<>();
    installation.manifests().forEach(manifest -> problems.addAll(ApiModels.problems(manifest)));
    installation
        .manifests()
        .forEach(manifest -> problems.addAll(RequiredFields.problems(manifest)));
    problems.addAll(References.problems(installation));
    problems.addAll(Selectors.problems(installation));
    problems.addAll(Addresses.problems(installation));
    problems.addAll(Settings.problems(installation));
    problems.addAll(Hardening.problems(installation));
    problems.addAll(Exposure.problems(installation));
    problems.addAll(Sessions.problems(installation));
    return problems;
  }
}
