package io.creditstream.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.Reason;
import io.creditstream.schemas.SourceRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {

  @Test
  void shouldWriteADecisionWithTheFieldsOfTheContractInTheirOrder() throws Exception {
    JsonNode json = new ObjectMapper().readTree(EventJson.line(decision()));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "applicationId",
            "clientId",
            "submittedAt",
            "decidedAt",
            "outcome",
            "probabilityOfDefault",
            "rawScore",
            "baseValue",
            "threshold",
            "policyVersion",
            "modelVersion",
            "modelSha256",
            "features",
            "contributions",
            "reasons",
            "missingSources",
            "source",
            "traceId",
            "rules",
            "supersedes");
    assertThat(json.get("submittedAt").asText()).isEqualTo("2026-01-31T12:00:00.123Z");
    assertThat(json.get("outcome").asText()).isEqualTo("DECLINED");
    assertThat(json.get("features").get(1).isNull()).isTrue();
    assertThat(json.get("reasons").get(0).get("value").asText()).isEqualTo("Working");
    assertThat(json.get("source").get("offset").asLong()).isEqualTo(42);
  }

  @Test
  void shouldWriteDoublesThatReadBackBitForBit() throws Exception {
    double awkward = 0.1 + 0.2;
    LoanDecision decision = decision();
    decision.setRawScore(awkward);
    decision.setFeatures(Arrays.asList(Double.MIN_VALUE, -0.0, 1e300));

    JsonNode json = new ObjectMapper().readTree(EventJson.line(decision));

    assertThat(json.get("rawScore").doubleValue()).isEqualTo(awkward);
    assertThat(json.get("features").get(0).doubleValue()).isEqualTo(Double.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits(json.get("features").get(1).doubleValue()))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(json.get("features").get(2).doubleValue()).isEqualTo(1e300);
  }

  private static LoanDecision decision() {
    return LoanDecision.newBuilder()
        .setApplicationId("a-1")
        .setClientId("c-1")
        .setSubmittedAt(Instant.parse("2026-01-31T12:00:00.123Z"))
        .setDecidedAt(Instant.parse("2026-01-31T12:00:01Z"))
        .setOutcome(DecisionOutcome.DECLINED)
        .setProbabilityOfDefault(0.7)
        .setRawScore(0.8)
        .setBaseValue(-2.5)
        .setThreshold(0.5)
        .setPolicyVersion("p1")
        .setModelVersion("m1")
        .setModelSha256("00")
        .setFeatures(Arrays.asList(1.5, null))
        .setContributions(List.of(0.25, 3.05))
        .setReasons(
            List.of(
                Reason.newBuilder()
                    .setFeature("income_type")
                    .setValue("Working")
                    .setContribution(3.05)
                    .setCode("R")
                    .build()))
        .setMissingSources(List.of())
        .setSource(SourceRecord.newBuilder().setTopic("t").setPartition(3).setOffset(42).build())
        .setTraceId("0123456789abcdef0123456789abcdef")
        .build();
  }
}
