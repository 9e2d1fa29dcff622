package io.creditstream.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.AdvisorApplication;
import io.creditstream.advisor.AdvisorConfig;
import io.creditstream.advisor.AdvisorSettings;
import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.drift.DriftMonitorConfig;
import io.creditstream.drift.DriftMonitorSettings;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.scorer.ScorerSettings;
import io.creditstream.service.acl.Grant;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import io.creditstream.service.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents say of settings and rights is what the code declares. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..");

  /** The document shows what a name that is not known is answered with. */
  private static final String MISSPELT = "CREDITSTREAM_DECISION_RETENTIONS";

  private static final Map<String, List<Setting>> APPLICATIONS = applications();

  private static Map<String, List<Setting>> applications() {
    Map<String, List<Setting>> applications = new LinkedHashMap<>();
    applications.put("Scorer", ScorerSettings.all());
    applications.put("Drift monitor", DriftMonitorSettings.all());
    applications.put("Advisor", AdvisorSettings.all());
    return applications;
  }

  @Test
  void shouldListTheSettingsThatAllApplicationsKnow() throws IOException {
    Set<String> shared = shared();
    List<String> rows =
        ScorerSettings.all().stream()
            .filter(setting -> shared.contains(setting.name()))
            .map(setting -> row(setting, defaults(setting.name())))
            .toList();

    assertThat(configuration()).contains("## All applications\n\n" + table(rows));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Scorer", "Drift monitor", "Advisor"})
  void shouldListTheSettingsOfEachApplication(String application) throws IOException {
    Set<String> shared = shared();
    List<String> rows =
        APPLICATIONS.get(application).stream()
            .filter(setting -> !shared.contains(setting.name()))
            .map(setting -> row(setting, standard(setting)))
            .toList();

    assertThat(configuration()).contains("## " + application + "\n\n" + table(rows));
  }

  @Test
  void shouldNameNoSettingThatThereIsNot() throws IOException {
    Set<String> known =
        APPLICATIONS.values().stream()
            .flatMap(List::stream)
            .map(Setting::variable)
            .collect(Collectors.toCollection(TreeSet::new));
    known.addAll(
        List.of("CREDITSTREAM_CONFIG", "CREDITSTREAM_JAVA_OPTS", "CREDITSTREAM_IMAGES", MISSPELT));
    Set<String> unknown = new TreeSet<>();
    for (Path document : documents()) {
      Pattern.compile("CREDITSTREAM_[A-Z_]*[A-Z]")
          .matcher(Files.readString(document))
          .results()
          .map(MatchResult::group)
          .filter(name -> !known.contains(name) && !name.startsWith("CREDITSTREAM_KAFKA"))
          .forEach(name -> unknown.add(ROOT.relativize(document) + " " + name));
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void shouldListWhatEachRoleIsGranted() throws IOException {
    String rows = KafkaRoles.all().stream().map(DocumentsTest::row).collect(joining("\n"));

    assertThat(Files.readString(ROOT.resolve("docs/security.md")))
        .contains("| role | what it is | may |\n|---|---|---|\n" + rows + "\n\n");
  }

  @Test
  void shouldGrantEachApplicationTheTopicsThatItReadsOrWrites() {
    assertThat(topicsOf(KafkaRoles.SCORER))
        .containsExactlyInAnyOrderElementsOf(
            names(ScorerApplication.topics(), ScorerApplication.inputs()));
    assertThat(topicsOf(KafkaRoles.DRIFT_MONITOR))
        .containsExactlyInAnyOrderElementsOf(
            names(DriftMonitorApplication.topics(), DriftMonitorApplication.inputs()));
    assertThat(topicsOf(KafkaRoles.ADVISOR))
        .containsExactlyInAnyOrderElementsOf(names(AdvisorApplication.topics(), List.of()));
    assertThat(prefixesOf(KafkaRoles.SCORER))
        .containsOnly(ScorerConfig.DEFAULT_APPLICATION_ID + "-");
    assertThat(prefixesOf(KafkaRoles.DRIFT_MONITOR))
        .containsOnly(DriftMonitorConfig.DEFAULT_APPLICATION_ID + "-");
    assertThat(KafkaRoles.ADVISOR.principal())
        .isEqualTo("User:" + AdvisorConfig.DEFAULT_APPLICATION_ID);
  }

  private static Set<String> topicsOf(KafkaRole role) {
    return role.grants().stream()
        .filter(grant -> grant.resource() == ResourceType.TOPIC)
        .filter(grant -> grant.pattern() == PatternType.LITERAL)
        .map(Grant::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> prefixesOf(KafkaRole role) {
    return role.grants().stream()
        .filter(grant -> grant.pattern() == PatternType.PREFIXED)
        .map(Grant::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(List<Topic<?>> topics, List<Topic<?>> inputs) {
    Set<String> names = new TreeSet<>();
    topics.forEach(topic -> names.add(topic.name()));
    inputs.forEach(topic -> names.add(topic.deadLetterTopic()));
    return names;
  }

  private static Set<String> shared() {
    Set<String> shared = null;
    for (List<Setting> settings : APPLICATIONS.values()) {
      Set<String> names = settings.stream().map(Setting::name).collect(Collectors.toSet());
      if (shared == null) {
        shared = names;
      }
      shared.retainAll(names);
    }
    return shared;
  }

  private static String defaults(String name) {
    return APPLICATIONS.values().stream()
        .flatMap(List::stream)
        .filter(setting -> setting.name().equals(name))
        .map(DocumentsTest::standard)
        .distinct()
        .collect(joining(", "));
  }

  private static String standard(Setting setting) {
    return setting
        .standard()
        .map(text -> "`" + text + "`")
        .orElse(setting.required() ? "required" : "");
  }

  private static String row(Setting setting, String standard) {
    return "| `%s` | %s | %s%s |"
        .formatted(
            setting.variable(), standard, setting.meaning(), setting.secret() ? " (secret)" : "");
  }

  private static String table(List<String> rows) {
    return "| setting | default | what it is |\n|---|---|---|\n" + String.join("\n", rows) + "\n";
  }

  private static String row(KafkaRole role) {
    Map<String, List<String>> byDeed = new LinkedHashMap<>();
    for (Grant grant : role.grants()) {
      byDeed.computeIfAbsent(deed(grant), any -> new ArrayList<>()).add(name(grant));
    }
    String grants =
        byDeed.entrySet().stream()
            .map(deed -> deed.getKey() + " " + String.join(", ", deed.getValue()))
            .collect(joining("; "));
    return "| `%s` | %s | %s |".formatted(role.name(), role.meaning(), grants);
  }

  private static String deed(Grant grant) {
    String operations =
        grant.operations().stream()
            .sorted(Comparator.comparing(AclOperation::ordinal))
            .map(operation -> operation.name().toLowerCase(Locale.ROOT))
            .collect(joining(", "));
    return switch (grant.resource()) {
      case GROUP -> operations + " group";
      case TRANSACTIONAL_ID -> operations + " transactional id";
      default -> "**" + operations + "**";
    };
  }

  private static String name(Grant grant) {
    return "`" + grant.name() + (grant.pattern() == PatternType.PREFIXED ? "*" : "") + "`";
  }

  private static String configuration() throws IOException {
    return Files.readString(ROOT.resolve("docs/configuration.md"));
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> !file.toString().contains("/node_modules/"))
          .toList();
    }
  }
}
