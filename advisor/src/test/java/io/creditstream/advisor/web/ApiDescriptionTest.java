package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.SmallSite;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.wording.Language;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDescriptionTest {

  private static final List<String> WORDS = List.of("title", "summary", "description");

  @TempDir private Path directory;

  @Test
  void shouldDescribeTheSameInBothLanguages() {
    ApiDescription description = new ApiDescription();
    List<String> english = new ArrayList<>();
    List<String> french = new ArrayList<>();

    JsonNode one = withoutWords(description.in(Language.EN).deepCopy(), english);
    JsonNode other = withoutWords(description.in(Language.FR).deepCopy(), french);

    assertThat(other).isEqualTo(one);
    assertThat(french).hasSameSizeAs(english).doesNotContainAnyElementsOf(english);
    assertThat(one.at("/paths/~1api~1decisions/get/parameters"))
        .allSatisfy(parameter -> assertThat(parameter.path("name").asText()).isNotBlank());
    for (JsonNode parameter :
        description.in(Language.EN).at("/paths/~1api~1decisions/get/parameters")) {
      assertThat(parameter.path("description").asText()).as("%s", parameter).isNotBlank();
    }
  }

  @Test
  void shouldSpeakEnglishUnlessTheReaderIsFrench() throws Exception {
    try (SmallSite small = SmallSite.start(directory, AccessSettings.open())) {
      HttpResponse<String> program = ask(small, "/openapi.json");
      HttpResponse<String> browser = ask(small, "/openapi.json", "Accept-Language", "fr-FR,fr");

      assertThat(title(program)).isEqualTo("creditstream advisor");
      assertThat(program.headers().firstValue("Content-Language")).hasValue("en");
      assertThat(title(browser)).isEqualTo("Conseiller crédit creditstream");
      assertThat(browser.headers().firstValue("Content-Language")).hasValue("fr");
      assertThat(browser.headers().firstValue("Vary")).hasValue("Accept-Language, Cookie");
      assertThat(title(ask(small, "/openapi.json?lang=en", "Accept-Language", "fr")))
          .isEqualTo("creditstream advisor");
    }
  }

  @Test
  void shouldTellOnThePageInTheLanguageOfTheReader() throws Exception {
    try (SmallSite small = SmallSite.start(directory, AccessSettings.open())) {
      assertThat(new Site(small.uri()).get("/api?lang=fr").body())
          .contains("Décisions selon des filtres, triées et par pages", "Âge minimal en années")
          .contains("href=\"/openapi.json?lang=fr\"")
          .doesNotContain("Decisions by filters", "Least");
      assertThat(new Site(small.uri()).get("/api?lang=en").body())
          .contains("Decisions by filters, sorted and paged", "Least age in years");
    }
  }

  private static String title(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body()).at("/info/title").asText();
  }

  private static HttpResponse<String> ask(SmallSite small, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(small.uri().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  /** Takes out what people read. */
  private static JsonNode withoutWords(JsonNode node, List<String> words) {
    if (node instanceof ObjectNode object) {
      for (String name : WORDS) {
        if (object.path(name).isTextual()) {
          words.add(object.remove(name).asText());
        }
      }
    }
    node.forEach(child -> withoutWords(child, words));
    return node;
  }
}
