package io.creditstream.drift.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.ChallengerAgreement;
import io.creditstream.schemas.DecisionShares;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.GroupApproval;
import io.creditstream.schemas.JointDrift;
import io.creditstream.schemas.ModelPerformance;
import io.creditstream.schemas.NamedCount;
import io.creditstream.schemas.ScoreBand;
import java.util.List;

/** What a model made of the applications of a window, and what became of the loans, as JSON. */
final class OutputJson {

  /** Goes with every figure of performance. */
  static final String GRANTED_ONLY =
      "of granted loans alone: nothing is known of the applications that were declined";

  private OutputJson() {}

  static void write(ObjectNode window, DriftReport report) {
    DecisionShares decisions = report.getDecisions();
    if (decisions != null) {
      decisions(window.putObject("decisions"), decisions);
    }
    JointDrift joint = report.getJoint();
    if (joint != null) {
      ObjectNode node = window.putObject("joint");
      node.put("psi", joint.getPsi())
          .put("ks_low", joint.getKsLow())
          .put("verdict", joint.getVerdict().name())
          .put("status", joint.getStatus().name());
      joint.getDrifting().forEach(node.putArray("drifting")::add);
    }
    ArrayNode challengers = window.putArray("challengers");
    report.getChallengers().forEach(found -> challenger(challengers.addObject(), found));
    ArrayNode groups = window.putArray("groups");
    report.getGroups().forEach(group -> group(groups.addObject(), group));
    ArrayNode performance = window.putArray("performance");
    report.getPerformance().forEach(found -> performance(performance.addObject(), found));
  }

  private static void decisions(ObjectNode node, DecisionShares decisions) {
    node.put("approved", decisions.getApproved())
        .put("referred", decisions.getReferred())
        .put("declined", decisions.getDeclined())
        .put("expected_cost", decisions.getExpectedCost())
        .put("explained", decisions.getExplained())
        .put("explanation_drift", decisions.getExplanationDrift());
    counts(node.putObject("missing_sources"), decisions.getMissingSources());
    counts(node.putObject("reasons"), decisions.getReasons());
  }

  private static void counts(ObjectNode node, List<NamedCount> counts) {
    counts.forEach(count -> node.put(count.getName(), count.getCount()));
  }

  private static void challenger(ObjectNode node, ChallengerAgreement found) {
    node.put("model_sha256", found.getModelSha256())
        .put("samples", found.getSamples())
        .put("agreement", found.getAgreement())
        .put("mean_difference", found.getMeanDifference())
        .put("mean_absolute_difference", found.getMeanAbsoluteDifference());
  }

  private static void group(ObjectNode node, GroupApproval group) {
    node.put("attribute", group.getAttribute())
        .put("group", group.getGroup())
        .put("samples", group.getSamples())
        .put("approval_rate", group.getApprovalRate())
        .put("ratio", group.getRatio());
  }

  private static void performance(ObjectNode node, ModelPerformance found) {
    node.put("estimated", found.getEstimated())
        .put("note", GRANTED_ONLY)
        .put("samples", found.getSamples())
        .put("defaults", found.getDefaults())
        .put("auc", found.getAuc())
        .put("ks", found.getKs())
        .put("brier", found.getBrier())
        .put("calibration", found.getCalibration())
        .put("cost", found.getCost());
    ArrayNode bands = node.putArray("bands");
    for (ScoreBand band : found.getBands()) {
      bands
          .addObject()
          .put("band", band.getBand())
          .put("samples", band.getSamples())
          .put("defaults", band.getDefaults())
          .put("predicted", band.getPredicted());
    }
  }
}
