package io.creditstream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file, what its services share put in place. */
final class ComposeFile {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path FILE = ROOT.resolve("docker-compose.yml");

  private final List<Service> services;

  private ComposeFile(List<Service> services) {
    this.services = services;
  }

  /** One service. */
  record Service(String name, JsonNode json) {

    String image() {
      return text("image");
    }

    /** Whether its image is made here. */
    boolean isOurs() {
      return image().startsWith("${IMAGES}/");
    }

    /** Whether it is started again when it ends; others do something and end. */
    boolean staysUp() {
      return text("restart").equals("unless-stopped");
    }

    /** Without any it is always started. */
    List<String> profiles() {
      return texts("profiles");
    }

    String text(String field) {
      return json.path(field).asText();
    }

    List<String> texts(String field) {
      List<String> texts = new ArrayList<>();
      json.path(field).forEach(text -> texts.add(text.asText()));
      return texts;
    }

    String variable(String name) {
      return json.path("environment").path(name).asText();
    }

    /** What has to be true of other services before it is started, by their names. */
    Map<String, String> needs() {
      Map<String, String> needs = new TreeMap<>();
      json.path("depends_on")
          .properties()
          .forEach(need -> needs.put(need.getKey(), need.getValue().path("condition").asText()));
      return needs;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static ComposeFile read() {
    try {
      // Jackson's own reader of YAML knows no merges.
      Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
      JsonNode json = new ObjectMapper().valueToTree(file);
      List<Service> services = new ArrayList<>();
      json.path("services")
          .properties()
          .forEach(service -> services.add(new Service(service.getKey(), service.getValue())));
      return new ComposeFile(List.copyOf(services));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  Stream<Service> services() {
    return services.stream();
  }

  Service service(String name) {
    return services().filter(service -> service.name().equals(name)).findAny().orElseThrow();
  }

  /** The services that are started with these profiles. */
  Stream<Service> startedWith(List<String> profiles) {
    return services()
        .filter(
            service ->
                service.profiles().isEmpty()
                    || service.profiles().stream().anyMatch(profiles::contains));
  }
}
