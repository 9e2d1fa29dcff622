package io.creditstream.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.creditstream.drift.Reports;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.ThresholdOverrides;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UnknownLimitsTest {

  private static final DriftThresholds STANDARD = DriftThresholds.standard();

  private final Logger logger = (Logger) LoggerFactory.getLogger(UnknownLimits.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final DriftReport report =
      Reports.of(
          Instant.EPOCH,
          DriftStatus.STABLE,
          Reports.number("AMT_INCOME_TOTAL", 0.02, DriftStatus.STABLE));

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void shouldWarnOnceForEachModelWithTheNameThatMayBeMeant() {
    UnknownLimits limits = limits("AMT_INCOM_TOTAL:ks=0.2;AMT_INCOME_TOTAL:ks=0.3");

    limits.warn(report);
    limits.warn(report);

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getKeyValuePairs())
        .anySatisfy(
            pair ->
                assertThat(pair.value)
                    .isEqualTo("AMT_INCOM_TOTAL (did you mean AMT_INCOME_TOTAL?)"));
    report.setModelSha256("another");
    limits.warn(report);
    assertThat(log.list).hasSize(2);
  }

  @Test
  void shouldSayNothingOfLimitsThatAllNameAFeature() {
    limits("AMT_INCOME_TOTAL:ks=0.3").warn(report);

    assertThat(log.list).isEmpty();
  }

  @Test
  void shouldNotJudgeByASegmentWhoseReportListsNoFeatures() {
    report.setSegment("contract=cash");
    limits("X:ks=0.3").warn(report);

    assertThat(log.list).isEmpty();
  }

  private static UnknownLimits limits(String text) {
    return new UnknownLimits(STANDARD.with(ThresholdOverrides.parse(text, STANDARD)));
  }
}
