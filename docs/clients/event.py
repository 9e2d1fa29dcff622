#!/usr/bin/env python3
"""Turns an event into JSON and back, for use beside kcat, which moves bytes.

event.py decode REGISTRY          bytes of an event on the standard input, JSON on the output
event.py encode REGISTRY TOPIC    the other way round
"""

import json
import sys

from wire import Wire, to_json

action, registry = sys.argv[1:3]
if action == "decode":
    print(json.dumps(Wire(registry).decode(sys.stdin.buffer.read()), default=to_json))
else:
    sys.stdout.buffer.write(Wire(registry).encode(sys.argv[3], json.load(sys.stdin)))
