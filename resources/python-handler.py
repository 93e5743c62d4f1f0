"""Runs one Lambda function written in Python.

Requests come as JSON lines on standard input, answers leave as JSON lines on standard output; src/main/live/functions/handler-messages.ts
says what is in them. What the function prints goes to its log, through standard error. Needs Python 3.8 or newer and nothing else.
"""

import importlib
import importlib.util
import json
import logging
import os
import sys
import time
import traceback
import urllib.parse

# Bytes of a result. Source: Lambda quotas, "Invocation payload (request and response)": 6 MB.
LARGEST_RESULT = 6 * 1024 * 1024
# Frames of a long stack that are shown from its beginning and from its end.
FIRST_FRAMES, LAST_FRAMES = 10, 40


class CognitoIdentity:
    """Nobody is signed in."""

    cognito_identity_id = None
    cognito_identity_pool_id = None


class LambdaContext:
    """The second argument of a handler. Source: Lambda Developer Guide, "Lambda context object in Python"."""

    def __init__(self, values):
        self.function_name = values["functionName"]
        self.function_version = values["functionVersion"]
        self.invoked_function_arn = values["invokedFunctionArn"]
        self.memory_limit_in_mb = values["memoryLimitInMB"]
        self.aws_request_id = values["awsRequestId"]
        self.log_group_name = values["logGroupName"]
        self.log_stream_name = values["logStreamName"]
        self.identity = CognitoIdentity()
        self.client_context = None
        self._ends_at = time.monotonic() + values["timeLimit"] / 1000

    def get_remaining_time_in_millis(self):
        return max(0, int((self._ends_at - time.monotonic()) * 1000))

    def log(self, message):
        sys.stdout.write(str(message))


class RequestIdFilter(logging.Filter):
    """Puts the id of the current request into each record."""

    request_id = ""

    def filter(self, record):
        record.aws_request_id = RequestIdFilter.request_id
        return True


class HandlerProblem(Exception):
    """What is wrong with a function before it has run. `error` is as Lambda reports it."""

    def __init__(self, error_type, message, stack=()):
        super().__init__(message)
        self.error = {"errorType": error_type, "errorMessage": message, "stackTrace": list(stack)}


class LocalHostFinder:
    """Has the AWS SDK send what is for hosts that are played on this computer there, as it is but for TLS."""

    def __init__(self, local_hosts):
        self.local_hosts = local_hosts

    def find_spec(self, name, path=None, target=None):
        if name != "botocore.httpsession":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is not None:
            execute = spec.loader.exec_module
            spec.loader.exec_module = lambda module: self.load(execute, module)
        return spec

    def load(self, execute, module):
        execute(module)
        send = module.URLLib3Session.send
        module.URLLib3Session.send = lambda session, request: send(session, self.redirected(request))

    def redirected(self, request):
        url = urllib.parse.urlsplit(request.url)
        played = next((one for one in self.local_hosts if is_local(one, url.hostname or "")), None)
        if played is not None:
            local = "%s:%d" % (played["address"], played["port"])
            request.url = urllib.parse.urlunsplit(("http", local, url.path, url.query, ""))
            # The name that was asked for, which the gateway knows the API by, and which the signature is over.
            request.headers["Host"] = url.hostname
        return request


def is_local(local_hosts, host):
    """Whether a host is one of these, or has one of their parents behind it, as a bucket's has."""
    return host in local_hosts["hosts"] or any(
        host.endswith("." + parent) for parent in local_hosts.get("parentHosts", ())
    )


def main():
    # The folder of this file is no place for the function's modules.
    sys.path[:] = [path for path in sys.path if path != os.path.dirname(os.path.abspath(__file__))]
    requests, answers = take_channel()
    set_up_logging()
    os.environ["AWS_EXECUTION_ENV"] = "AWS_Lambda_python%d.%d" % sys.version_info[:2]
    handler = None
    for line in requests:
        request = json.loads(line)
        if request["kind"] == "load":
            if request.get("localHosts"):
                sys.meta_path.insert(0, LocalHostFinder(request["localHosts"]))
            handler, answer = load(request)
        else:
            answer = invoke(handler, request)
        flush_output()
        answer["memoryBytes"] = used_memory()
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def take_channel():
    """The pipes to the gateway, moved to where the function's own input and output do not get in their way."""
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)
    return requests, answers


def set_up_logging():
    """As Lambda's runtime does it: a handler on the root logger, so that functions only choose a level."""
    handler = logging.StreamHandler(sys.stdout)
    line = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
    formatter = logging.Formatter(line, "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    handler.addFilter(RequestIdFilter())
    logging.getLogger().addHandler(handler)


def load(request):
    """The handler, and the answer that says so; None and what is wrong."""
    try:
        module = import_file(request["file"], request["root"])
        handler = getattr(module, request["exportName"], None)
        if not callable(handler):
            message = "Handler '%s' missing on module '%s'" % (request["exportName"], module.__name__)
            raise HandlerProblem("Runtime.HandlerNotFound", message)
        return handler, {"kind": "loaded"}
    except HandlerProblem as problem:
        return None, {"kind": "failed", "error": {**problem.error, "requestId": ""}}
    except SystemExit as stop:
        leave(stop)
    except BaseException as error:
        return None, failed(error, "")


def import_file(file, root):
    """The module of a file; in a package by its whole name, so that it may import what is beside it by a dot."""
    folder = os.path.dirname(file)
    name = os.path.splitext(os.path.basename(file))[0]
    top, packages = folder, []
    while os.path.isfile(os.path.join(top, "__init__.py")) and os.path.dirname(top) != top:
        packages.insert(0, os.path.basename(top))
        top = os.path.dirname(top)
    sys.path[:0] = list(dict.fromkeys([folder, top, root]))
    try:
        return importlib.import_module(".".join([*packages, name])) if packages else import_single(file, name)
    except SyntaxError as error:
        where = '  File "%s" Line %s\n    %s\n' % (error.filename, error.lineno, (error.text or "").strip())
        message = "Syntax error in module '%s': %s" % (name, error)
        raise HandlerProblem("Runtime.UserCodeSyntaxError", message, [where]) from error
    except ImportError as error:
        message = "Unable to import module '%s': %s" % (name, error)
        raise HandlerProblem("Runtime.ImportModuleError", message, stack_of(error)) from error


def import_single(file, name):
    """By its place: its name may be that of one of Python's own modules."""
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(name, module)
    spec.loader.exec_module(module)
    return module


def invoke(handler, request):
    context = LambdaContext(request["context"])
    RequestIdFilter.request_id = context.aws_request_id
    try:
        result = handler(json.loads(request["event"]), context)
    except SystemExit as stop:
        leave(stop)
    except BaseException as error:
        return failed(error, context.aws_request_id)
    return answered(result, context.aws_request_id)


def answered(result, request_id):
    try:
        text = json.dumps(result, default=plain_number, allow_nan=False, ensure_ascii=False)
        size = len(text.encode("utf-8", "surrogatepass"))
    except Exception as error:
        return problem("Runtime.MarshalError", "Unable to marshal response: %s" % message_of(error), request_id)
    if size > LARGEST_RESULT:
        message = "Response payload size exceeded maximum allowed payload size (%d bytes)." % LARGEST_RESULT
        return problem("Function.ResponseSizeTooLarge", message, request_id)
    return {"kind": "answered", "result": text}


def plain_number(value):
    """Decimals are numbers to Lambda's runtime too."""
    if type(value).__name__ == "Decimal":
        return float(value)
    raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)


def problem(error_type, message, request_id):
    error = {"errorType": error_type, "errorMessage": message, "requestId": request_id, "stackTrace": []}
    return {"kind": "failed", "error": error}


def failed(error, request_id):
    answer = problem(type(error).__name__, message_of(error), request_id)
    answer["error"]["stackTrace"] = stack_of(error)
    return answer


def message_of(error):
    try:
        return str(error)
    except Exception:
        return "an error that cannot be shown as text"


def stack_of(error):
    """The frames of the function, as Lambda shows them; not ours, and not how modules are imported."""
    try:
        frames = traceback.extract_tb(error.__traceback__)
    except Exception:
        return []
    own = [frame for frame in frames if frame.filename != __file__ and not frame.filename.startswith("<frozen importlib")]
    if len(own) > FIRST_FRAMES + LAST_FRAMES:
        own = own[:FIRST_FRAMES] + own[-LAST_FRAMES:]
    return traceback.format_list(own)


def leave(stop):
    """The function ends its process, as sys.exit says."""
    flush_output()
    if stop.code is None or isinstance(stop.code, int):
        os._exit((stop.code or 0) & 0xFF)
    os._exit(1)


def flush_output():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            # The function has closed it.
            pass


def used_memory():
    """The most bytes that this process has had in memory at once; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    try:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024
    except Exception:
        return 0


main()
