package io.creditstream.scorer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ApplicationDigest;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventJson;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/applications}: publishes an application; with {@code ?wait=PT5S} it answers with
 * the recorded decision, if there is one in time.
 */
final class Intake {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration PUBLISH_TIMEOUT = Duration.ofSeconds(15);

  private final Bodies bodies;
  private final Serializer<LoanApplication> serializer;
  private final Producer<byte[], byte[]> producer;
  private final Relay relay;
  private final FinalDecisions decisions;

  Intake(
      Bodies bodies,
      Serializer<LoanApplication> serializer,
      Producer<byte[], byte[]> producer,
      Relay relay,
      FinalDecisions decisions) {
    this.bodies = bodies;
    this.serializer = serializer;
    this.producer = producer;
    this.relay = relay;
    this.decisions = decisions;
  }

  void handle(Context context) {
    Duration wait = wait(context.queryParam("wait"));
    LoanApplication application = bodies.application(bodies.object(context));
    // Where nobody answers it is published here all the same: a repeat changes nothing.
    if (!wait.isZero() && relay.answeredElsewhere(context, application.getClientId(), wait)) {
      return;
    }
    SourceRecord place = publish(application, context.header(TraceIds.HEADER));
    Optional<KnownDecision> decision = decisions.await(application.getApplicationId(), place, wait);
    if (decision.isEmpty()) {
      accepted(context, application, place);
      return;
    }
    byte[] digest = new ApplicationDigest().of(application);
    if (!Arrays.equals(digest, decision.get().applicationDigest())) {
      throw new ProblemException(
          409, "The application id was decided with other content: use another id");
    }
    context.contentType("application/json").result(EventJson.line(decision.get().decision()));
  }

  private static Duration wait(@Nullable String text) {
    if (text == null) {
      return Duration.ZERO;
    }
    try {
      Duration wait = Duration.parse(text);
      if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
        return wait;
      }
    } catch (DateTimeException e) {
      throw badWait();
    }
    throw badWait();
  }

  private static ProblemException badWait() {
    return new ProblemException(
        400, "Query parameter wait is no duration from PT0S to " + LONGEST_WAIT);
  }

  private SourceRecord publish(LoanApplication application, @Nullable String traceparent) {
    String topic = Topics.APPLICATIONS.name();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            application.getClientId().getBytes(UTF_8),
            serializer.serialize(topic, application));
    TraceIds.parse(traceparent)
        .ifPresent(
            id ->
                record.headers().add(TraceIds.HEADER, String.valueOf(traceparent).getBytes(UTF_8)));
    try {
      RecordMetadata written =
          producer.send(record).get(PUBLISH_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return new SourceRecord(topic, written.partition(), written.offset());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notWritten();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw notWritten();
    }
  }

  private static ProblemException notWritten() {
    return new ProblemException(
        503, "Kafka did not confirm the application: send the same application again");
  }

  private static void accepted(Context context, LoanApplication application, SourceRecord place) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("applicationId", application.getApplicationId());
    body.set("source", EventJson.tree(place));
    context
        .status(202)
        .header(
            "Location",
            "/v1/applications/"
                + URLEncoder.encode(application.getApplicationId(), UTF_8).replace("+", "%20"))
        .contentType("application/json")
        .result(body.toString());
  }
}
