package io.creditstream.deploy.licences;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.deploy.Generated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bills of materials that the build has written. */
class LicencesIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"scorer", "drift-monitor", "advisor", "standalone"})
  void shouldAllowEverythingThatIsShipped(String module) throws IOException {
    List<Licences.Component> components = Licences.of(bill(module));

    assertThat(components)
        .extracting(Licences.Component::name)
        .contains("org.apache.kafka:kafka-clients");
    assertThat(components.stream().filter(component -> !component.mayBeShipped()))
        .as("licences that are not in the list of those that may be shipped")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GPL-3.0-only", "AGPL-3.0-only", "BUSL-1.1", "Example Licence"})
  void shouldRefuseOtherLicences(String licence) throws IOException {
    JsonNode bill = bill("scorer");
    ObjectNode component = (ObjectNode) bill.at("/components/0");
    component.put("group", "com.example").putArray("licenses");
    component.withArray("licenses").addObject().putObject("license").put("name", licence);

    assertThat(Licences.of(bill).stream().filter(one -> !one.mayBeShipped()))
        .singleElement()
        .satisfies(one -> assertThat(one.licences()).containsExactly(licence));
  }

  @Test
  void shouldRefuseAComponentWithoutALicence() throws IOException {
    JsonNode bill = bill("scorer");
    ((ObjectNode) bill.at("/components/0")).put("group", "com.example").remove("licenses");

    assertThat(Licences.of(bill)).anyMatch(one -> !one.mayBeShipped());
  }

  @Test
  void shouldListWhatIsShipped() throws IOException {
    String text =
        Licences.of(bill("standalone")).stream()
            .map(
                component ->
                    "%s %s: %s\n"
                        .formatted(
                            component.name(),
                            component.version(),
                            String.join(" or ", component.licences())))
            .collect(
                Collectors.joining(
                    "", "Libraries of others in the applications, with their licences.\n\n", ""));

    Generated.requireCurrent(Path.of("third-party.txt"), text);
  }

  private static JsonNode bill(String module) throws IOException {
    return JSON.readTree(Path.of("..", module, "target", "sbom.json").toFile());
  }
}
