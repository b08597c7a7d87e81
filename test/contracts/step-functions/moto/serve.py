"""moto's Step Functions as a second reader of our machines, for the conformance suite only; `moto.ts` starts it.

moto reads and runs States Language by itself. What it lacks here it asks of the test process over HTTP (the address is the first
argument): running a function, and working out a JSONata expression. It ends when its standard input does, so it cannot be left behind.
"""
import copy
import json
import os
import sys
import urllib.request
from types import SimpleNamespace

os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="eu-west-2")

import moto.stepfunctions.parser.asl.jsonata.jsonata as jsonata
import moto.stepfunctions.parser.models as interpreter
from moto.awslambda.exceptions import UnknownFunctionException
from moto.awslambda_simple.models import LambdaSimpleBackend
from moto.core.config import default_user_config
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

OUTSIDE = sys.argv[1]


def ask(what, **question):
    request = urllib.request.Request(f"{OUTSIDE}/{what}", json.dumps(question).encode(), method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def invoke(self, function_name, qualifier, body, headers, response_headers):
    text = body.decode() if isinstance(body, bytes) else body
    answer = ask("invoke", function=function_name, payload=json.loads(text or "{}"))
    if answer.get("error") == "Lambda.ResourceNotFoundException":
        raise UnknownFunctionException(function_name)
    if "error" in answer:
        response_headers["x-amz-function-error"] = "Unhandled"
        return answer["cause"].encode()
    return json.dumps(answer["payload"]).encode()


def evaluate(expression):
    answer = ask("jsonata", expression=expression)
    if "error" in answer:
        raise jsonata.JSONataException("UNKNOWN", answer["error"])
    return answer["value"]


def snapshot(machine):
    """moto 5.2.1 copies the whole machine, its running threads included, which fails from the second execution on."""
    clone = copy.copy(machine)
    clone.executions = []
    return clone


interpreter.copy = SimpleNamespace(deepcopy=snapshot)
jsonata._eval_jsonata = evaluate
LambdaSimpleBackend.invoke = invoke
default_user_config["stepfunctions"] = {"execute_state_machine": True}
default_user_config["lambda"] = {"use_docker": False}

server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
port = server.get_host_and_port()[1]
os.environ["MOTO_PORT"] = str(port)
print(port, flush=True)
sys.stdin.read()
