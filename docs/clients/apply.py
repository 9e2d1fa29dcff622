#!/usr/bin/env python3
"""Publishes an application, a JSON object on the standard input: apply.py BROKERS REGISTRY [FILE]

Field names are those of the schema. submittedAt is filled in. FILE holds further properties of
librdkafka, such as those of TLS and SASL.
"""

import datetime
import json
import sys

from confluent_kafka import Producer

from wire import Wire, properties

brokers, registry, *file = sys.argv[1:]
application = json.load(sys.stdin)
application["submittedAt"] = datetime.datetime.now(datetime.timezone.utc)
topic = "credit.applications.v1"
failures = []
producer = Producer(
    {
        **properties(*file),
        "bootstrap.servers": brokers,
        "enable.idempotence": True,
        # As the Java clients choose partitions, or history and application do not meet.
        "partitioner": "murmur2_random",
    }
)
producer.produce(
    topic,
    key=application["clientId"],
    value=Wire(registry).encode(topic, application),
    on_delivery=lambda error, _: failures.append(error) if error else None,
)
producer.flush(30)
if failures:
    sys.exit(str(failures[0]))
print("published", application["applicationId"])
