"""Avro in the wire format of the topics: 0x00, schema id as 4 bytes big-endian, Avro binary.

Needs python3-confluent-kafka and python3-avro, Debian's packages or newer ones.
"""

import base64
import datetime
import io
import json
import struct
import urllib.parse
import urllib.request

import avro.io
import avro.schema


def properties(file=None):
    """Properties of librdkafka from a file with a line name=value each, as kcat -F reads them."""
    if file is None:
        return {}
    found = {}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            name, equals, value = line.partition("=")
            if equals and not name.startswith("#"):
                found[name.strip()] = value.strip()
    return found


class Wire:
    """Encodes and decodes values with the schemas of a registry.

    User information in its address becomes basic authentication. Of https, authorities are those of
    the machine, or of the file in the variable SSL_CERT_FILE.
    """

    def __init__(self, registry):
        parts = urllib.parse.urlsplit(registry)
        user, _, host = parts.netloc.rpartition("@")
        self.registry = parts._replace(netloc=host).geturl()
        basic = base64.b64encode(urllib.parse.unquote(user).encode()).decode()
        self.headers = {"Authorization": "Basic " + basic} if user else {}
        self.by_id = {}

    def _get(self, path):
        request = urllib.request.Request(self.registry + path, headers=self.headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def decode(self, value):
        magic, schema_id = struct.unpack(">bI", value[:5])
        if magic != 0:
            raise ValueError("no Avro in the wire format")
        if schema_id not in self.by_id:
            self.by_id[schema_id] = avro.schema.parse(self._get(f"/schemas/ids/{schema_id}")["schema"])
        decoder = avro.io.BinaryDecoder(io.BytesIO(value[5:]))
        return avro.io.DatumReader(self.by_id[schema_id]).read(decoder)

    def encode(self, topic, datum):
        """Encodes with the latest schema of a topic; fields left out get their default."""
        latest = self._get(f"/subjects/{topic}-value/versions/latest")
        schema = avro.schema.parse(latest["schema"])
        whole = {f.name: f.props.get("default") for f in schema.fields if "default" in f.props}
        whole.update(datum)
        out = io.BytesIO(struct.pack(">bI", 0, latest["id"]))
        out.seek(0, io.SEEK_END)
        avro.io.DatumWriter(schema).write(from_json(schema, whole), avro.io.BinaryEncoder(out))
        return out.getvalue()


def to_json(value):
    """What json.dumps(…, default=to_json) writes for the types that JSON lacks."""
    return value.decode("latin-1") if isinstance(value, bytes) else value.isoformat()


def from_json(schema, value):
    """Gives the texts of to_json back the types that a schema asks for."""
    if schema.type == "record":
        return {f.name: from_json(f.type, value[f.name]) for f in schema.fields if f.name in value}
    if schema.type == "array":
        return [from_json(schema.items, item) for item in value]
    if schema.type == "map":
        return {key: from_json(schema.values, item) for key, item in value.items()}
    if schema.type == "union":
        if value is None:
            return None
        branches = [branch for branch in schema.schemas if branch.type != "null"]
        texts = [branch for branch in branches if branch.type == "string" and isinstance(value, str)]
        return from_json((texts or branches)[0], value)
    if schema.type == "bytes":
        return value.encode("latin-1")
    logical = schema.props.get("logicalType")
    if logical == "date":
        return datetime.date.fromisoformat(value)
    if logical == "timestamp-millis" and isinstance(value, str):
        return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    return value
