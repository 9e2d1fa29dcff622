#!/usr/bin/env python3
"""Prints the decisions that are recorded as JSON lines: decisions.py BROKERS REGISTRY [FILE]

FILE holds further properties of librdkafka, such as those of TLS and SASL.
"""

import json
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition

from wire import Wire, properties, to_json

brokers, registry, *file = sys.argv[1:]
wire = Wire(registry)
consumer = Consumer(
    {
        **properties(*file),
        "bootstrap.servers": brokers,
        # Has to be named and is not joined: several readers would share the decisions. The role of a reader is granted
        # the groups that begin so.
        "group.id": "creditstream-reader-decisions",
        "isolation.level": "read_committed",
        "enable.auto.commit": False,
        "enable.partition.eof": True,
    }
)
topic = "credit.decisions.v1"
partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in partitions])
ended = set()
while len(ended) < len(partitions):
    message = consumer.poll(10)
    if message is None:
        sys.exit("the brokers do not answer")
    if message.error():
        if message.error().code() != KafkaError._PARTITION_EOF:
            sys.exit(str(message.error()))
        ended.add(message.partition())
    else:
        print(json.dumps(wire.decode(message.value()), default=to_json))
consumer.close()
