package io.creditstream.simulator.feed;

/** Is told what the feed publishes. */
public interface FeedListener {

  /** An application is about to be sent. */
  void sending(String applicationId);

  /** So many applications in all are written for sure. */
  void written(long applications);
}
