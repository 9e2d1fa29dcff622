package io.creditstream.advisor.store.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.store.Place;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.store.RecordedReview;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.service.json.EventReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads everything about one application. */
final class CaseFile {

  private final Queries queries;

  CaseFile(Queries queries) {
    this.queries = queries;
  }

  private record Detail(LoanDecision decision, Place source) {}

  private record Body(String clientId, ObjectNode application) {}

  Optional<RecordedCase> find(String applicationId) {
    Optional<Detail> detail = number(applicationId).flatMap(this::detail);
    Optional<Body> body =
        detail.isPresent() ? named(detail.get().source()) : undecided(applicationId);
    if (detail.isEmpty() && body.isEmpty()) {
      return Optional.empty();
    }
    Optional<LoanDecision> decision = detail.map(Detail::decision);
    return Optional.of(
        new RecordedCase(
            applicationId,
            decision
                .map(LoanDecision::getClientId)
                .orElseGet(() -> body.map(Body::clientId).orElse("")),
            body.map(Body::application),
            decision,
            reviews(applicationId)));
  }

  /** The newest decision about an application. */
  private Optional<Long> number(String applicationId) {
    return queries
        .list(
            "SELECT number FROM decision WHERE application_id = ? ORDER BY number DESC LIMIT 1",
            List.of(applicationId),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  private Optional<Detail> detail(long number) {
    return queries
        .list(
            "SELECT head, features, contributions, source_partition, source_offset FROM detail"
                + " WHERE number = ?",
            List.of(number),
            CaseFile::detail)
        .stream()
        .findFirst();
  }

  private static Detail detail(ResultSet row) throws SQLException {
    LoanDecision decision = EventReader.read(Json.object(row.getString(1)), LoanDecision.class);
    decision.setFeatures(Doubles.values(row.getBytes(2)));
    decision.setContributions(Doubles.values(row.getBytes(3)));
    return new Detail(decision, new Place(row.getInt(4), row.getLong(5)));
  }

  private Optional<Body> named(Place place) {
    return queries
        .list(
            "SELECT client_id, body FROM application WHERE place_partition = ? AND place_offset = ?",
            List.of(place.partition(), place.offset()),
            CaseFile::body)
        .stream()
        .findFirst();
  }

  private Optional<Body> undecided(String applicationId) {
    return queries
        .list(
            "SELECT client_id, body FROM application WHERE application_id = ? LIMIT 1",
            List.of(applicationId),
            CaseFile::body)
        .stream()
        .findFirst();
  }

  private static Body body(ResultSet row) throws SQLException {
    return new Body(row.getString(1), Json.object(row.getString(2)));
  }

  private List<RecordedReview> reviews(String applicationId) {
    return queries.list(
        "SELECT body FROM review WHERE application_id = ? ORDER BY place_partition, place_offset",
        List.of(applicationId),
        row -> review(EventReader.read(Json.object(row.getString(1)), DecisionReview.class)));
  }

  private static RecordedReview review(DecisionReview review) {
    return new RecordedReview(
        review.getReviewId(),
        review.getReviewedAt(),
        review.getReviewer(),
        review.getApprover(),
        review.getVerdict(),
        review.getOutcome(),
        review.getReason());
  }
}
