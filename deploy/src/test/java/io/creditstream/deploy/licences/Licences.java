package io.creditstream.deploy.licences;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The licences of what a bill of materials (CycloneDX) lists. */
final class Licences {

  /**
   * What may be shipped beside code under the Apache licence: permissive ones, and the Eclipse
   * licence, whose terms end at the library itself. Names are those of SPDX.
   */
  static final Set<String> ALLOWED =
      Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0", "MIT");

  /** Names that are none of SPDX: that of Go is the BSD licence of three clauses. */
  private static final Map<String, String> NAMES = Map.of("Go License", "BSD-3-Clause");

  /** Groups whose POM names "The BSD License", which bills take for the one of four clauses. */
  private static final Map<String, String> GROUPS = Map.of("org.jline", "BSD-3-Clause");

  private Licences() {}

  /** A component and the licences among which its user may choose. */
  record Component(String name, String version, Set<String> licences) {

    boolean mayBeShipped() {
      return licences.stream().anyMatch(ALLOWED::contains);
    }
  }

  /** Every component of others, by its name. */
  static List<Component> of(JsonNode bill) {
    Map<String, Component> components = new TreeMap<>();
    for (JsonNode component : bill.path("components")) {
      String group = component.path("group").asText();
      if (!group.equals("io.creditstream")) {
        String name = group + ":" + component.path("name").asText();
        components.put(
            name,
            new Component(
                name,
                component.path("version").asText(),
                GROUPS.containsKey(group) ? Set.of(GROUPS.get(group)) : licences(component)));
      }
    }
    return new ArrayList<>(components.values());
  }

  private static Set<String> licences(JsonNode component) {
    Set<String> licences = new TreeSet<>();
    for (JsonNode choice : component.path("licenses")) {
      JsonNode licence = choice.path("license");
      String name = licence.path("id").asText(licence.path("name").asText());
      String expression = choice.path("expression").asText(name);
      for (String one : expression.split(" OR ")) {
        licences.add(NAMES.getOrDefault(one, one));
      }
    }
    return licences;
  }
}
