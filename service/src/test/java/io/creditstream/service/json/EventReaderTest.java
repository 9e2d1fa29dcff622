package io.creditstream.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.Reason;
import io.creditstream.schemas.SourceRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {

  private static final String REQUIRED =
      """
      "applicationId":"a","clientId":"c","submittedAt":"2026-01-31T12:00:00Z",\
      "nameContractType":"Cash loans","amtIncomeTotal":1000,"amtCredit":2e3,"daysBirth":-9000\
      """;

  @Test
  void shouldReadAnApplicationWithColumnsLeftOut() {
    LoanApplication application = application("{" + REQUIRED + "}");

    assertThat(application.getSubmittedAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(application.getAmtIncomeTotal()).isEqualTo(1000.0);
    assertThat(application.getExplain()).isFalse();
    assertThat(application.getAmtAnnuity()).isNull();
  }

  @Test
  void shouldReadNestedRecordsAndDates() {
    BureauCredit credit =
        EventReader.read(
            StrictJson.object(
                """
                {"recordId":"r","clientId":"c","eventTime":"2026-01-01T00:00:00Z",
                 "appliedOn":"2020-02-29","balances":[{"month":600,"status":"C"}]}
                """),
            BureauCredit.class);

    assertThat(credit.getAppliedOn()).isEqualTo(LocalDate.of(2020, 2, 29));
    assertThat(credit.getBalances().get(0).getStatus()).isEqualTo("C");
  }

  @Test
  void shouldReadADecisionAsItIsWritten() {
    LoanDecision decision = new LoanDecision();
    decision.setApplicationId("a");
    decision.setClientId("c");
    decision.setSubmittedAt(Instant.EPOCH);
    decision.setDecidedAt(Instant.EPOCH);
    decision.setOutcome(DecisionOutcome.DECLINED);
    decision.setPolicyVersion("p");
    decision.setModelVersion("m");
    decision.setModelSha256("0");
    decision.setFeatures(Arrays.asList(1.5, null));
    decision.setContributions(List.of(0.25, -1.0));
    decision.setReasons(
        List.of(
            new Reason("N", 1.5, 0.25, "R_N"),
            new Reason("C", "Cash loans", 0.2, "R_C"),
            new Reason("M", null, 0.1, "R_M")));
    decision.setMissingSources(List.of());
    decision.setSource(new SourceRecord("t", 0, 7L));
    decision.setTraceId("t");
    decision.setRules(List.of("rule"));

    LoanDecision read = EventReader.read(EventJson.tree(decision), LoanDecision.class);

    assertThat(read).isEqualTo(decision);
  }

  @Test
  void shouldNameTheSymbolsOfAnEnumeration() {
    ObjectNode review =
        StrictJson.object(
            """
            {"applicationId":"a","clientId":"c","reviewId":"r","reviewedAt":"2026-01-01T00:00:00Z",
             "reviewer":"u","verdict":"MAYBE","outcome":"DECLINED","reason":"x"}
            """);

    assertThatThrownBy(() -> EventReader.read(review, DecisionReview.class))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("field verdict is not one of [UPHELD, OVERTURNED]");
  }

  @Test
  void shouldFillDefaults() {
    BureauCredit credit =
        EventReader.read(
            StrictJson.object(
                "{\"recordId\":\"r\",\"clientId\":\"c\",\"eventTime\":\"2026-01-01T00:00:00Z\"}"),
            BureauCredit.class);

    assertThat(credit.getBalances()).isEmpty();
    assertThat(credit.getDeleted()).isFalse();
    assertThat(credit.getCreditType()).isNull();
  }

  @Test
  void shouldWriteWhatItReads() {
    LoanApplication application = application("{" + REQUIRED + ",\"extSource1\":0.3}");

    LoanApplication again = application(EventJson.line(application));

    assertThat(again).isEqualTo(application);
  }

  @Test
  void shouldNameTheNearestFieldForAnUnknownOne() {
    assertThatThrownBy(() -> application("{" + REQUIRED + ",\"AMT_ANUITY\":1}"))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("field AMT_ANUITY is unknown: did you mean amtAnnuity?");
  }

  @Test
  void shouldNameAMissingField() {
    assertThatThrownBy(() -> application("{\"applicationId\":\"a\"}"))
        .hasMessage("field clientId is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amtAnnuity | '\"secret\"' | field amtAnnuity is not a finite number",
        "amtAnnuity | 1e999 | field amtAnnuity is not a finite number",
        "cntChildren | 1.5 | field cntChildren is not a 32-bit integer",
        "cntChildren | 3000000000 | field cntChildren is not a 32-bit integer",
        "flagOwnCar | 1 | field flagOwnCar is not true or false",
        "codeGender | {} | field codeGender is not a string",
      })
  void shouldNameTheExpectedTypeButNotTheValue(String field, String value, String message) {
    assertThatThrownBy(() -> application("{%s,\"%s\":%s}".formatted(REQUIRED, field, value)))
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"'{\"a\":1'", "'{} x'", "'{\"a\":1,\"a\":2}'", "'[]'", "''"})
  void shouldRefuseWhatIsNotOneJsonObject(String text) {
    assertThatThrownBy(() -> StrictJson.object(text))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageStartingWith("the body is no JSON");
  }

  private static LoanApplication application(String json) {
    return EventReader.read(StrictJson.object(json), LoanApplication.class);
  }
}
