package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.scorer.validation.TimeRules;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.InvalidEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineHistoryTest {

  private static final String SOUND =
      """
      {"recordId":"b-1","clientId":"client-1","eventTime":"2026-01-01T00:00:00Z","amtCreditSum":5}
      """;

  private final InlineHistory histories =
      new InlineHistory(
          new TimeRules(Duration.ofDays(1)), () -> Instant.parse("2026-06-01T12:00:00Z"));

  @Test
  void shouldReadRecordsOfTheClient() throws Exception {
    ClientHistory history = read(SOUND);

    assertThat(history.bureauCredits()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ":5 | :1e16 | out_of_range | bureauCredits[1].amtCreditSum is outside",
        "client-1 | canary-5521 | key_mismatch | bureauCredits[1].clientId is not that of the",
        "2026-01 | 2027-01 | quarantine | bureauCredits[1].eventTime is more than",
        "2026-01 | 1969-01 | invalid_time | bureauCredits[1].eventTime is before 1970",
        "b-1 | ' ' | invalid_id | bureauCredits[1].recordId is blank",
      })
  void shouldRefuseWhatTheStreamRefuses(String text, String other, String reason, String detail) {
    assertThatThrownBy(() -> read(SOUND + "," + SOUND.replace(text, other)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(422);
              assertThat(refused.problem().detail())
                  .contains("field history." + detail)
                  .doesNotContain("canary");
              assertThat(refused.problem().extensions()).isEqualTo(Map.of("reason", reason));
            });
  }

  @Test
  void shouldNameTheFieldThatIsMissingOrUnknownByItsPath() {
    assertThatThrownBy(() -> read(SOUND.replace("amtCreditSum", "amtCreditSun")))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            e -> assertThat(e.field()).isEqualTo("history.bureauCredits[0].amtCreditSun"))
        .hasMessageStartingWith("field history.bureauCredits[0].amtCreditSun is unknown");
    assertThatThrownBy(() -> read("7"))
        .hasMessage("field history.bureauCredits[0] is not an object");
  }

  private ClientHistory read(String records) throws Exception {
    JsonNode node = new ObjectMapper().readTree("{\"bureauCredits\":[" + records + "]}");
    return histories.read(node, "client-1");
  }
}
