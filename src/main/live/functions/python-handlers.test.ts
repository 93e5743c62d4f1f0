import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { lambdaMethod, sampleDesign } from '../testing/sample-design'
import { serveSample } from '../testing/served-sample'
import { findPython } from './find-python'
import { HandlerCode } from './handler-code'
import type { FunctionError } from './handler-messages'
import { poolSample, type PoolSample, type PoolSampleOptions } from './testing/pool-sample'
import { whyNoPython } from './testing/why-no-python'

const noPython = await whyNoPython()
let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: PoolSample | null = null
afterEach(() => {
  sample?.close()
  sample = null
})

function pool(files: string | Readonly<Record<string, string>>, more: Partial<PoolSampleOptions> = {}): PoolSample {
  const all = typeof files === 'string' ? { 'f.py': files } : files
  sample = poolSample({ handlerProcessUrl, files: all, handler: './f.py#main', ...more })
  return sample
}

/** A function that does this when its event has `go`, else returns its process id. */
const doing = (what: string): string => `
import os
def main(event, context):
    if event.get("go"):
        ${what.replaceAll('\n', '\n        ')}
    return os.getpid()
`

async function errorOf(code: string, more: Partial<PoolSampleOptions> = {}): Promise<FunctionError> {
  const outcome = await pool(code, more).call({ go: true })
  if (outcome.kind !== 'failed') throw new Error(JSON.stringify(outcome))
  return outcome.error
}

describe.skipIf(noPython !== null)(`a handler in Python${noPython === null ? '' : ` (skipped: ${noPython})`}`, () => {
  test('gets its event and its context', async () => {
    const code = `
def main(event, context):
    left = context.get_remaining_time_in_millis()
    names = ["function_name", "function_version", "invoked_function_arn", "memory_limit_in_mb", "aws_request_id", "log_group_name"]
    return {
        "event": event,
        "context": {name: getattr(context, name) for name in names},
        "stream": context.log_stream_name,
        "left": 0 < left <= 20000 and type(left) is int,
        "nobody": [context.client_context, context.identity.cognito_identity_id],
    }`
    expect(await pool(code).resultOf({ text: 'Zoë \u2713', list: [1, 2.5, null, true] })).toEqual({
      event: { text: 'Zoë \u2713', list: [1, 2.5, null, true] },
      context: {
        function_name: 'f',
        function_version: '$LATEST',
        invoked_function_arn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
        memory_limit_in_mb: '128',
        aws_request_id: 'request-1',
        log_group_name: '/aws/lambda/f',
      },
      stream: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      left: true,
      nobody: [null, null],
    })
  })

  test('stays in its warm process from call to call', async () => {
    const { resultOf } = pool(doing('pass'))
    expect(await resultOf()).toBe(await resultOf())
  })

  test('has the environment of its function and nothing of this program', async () => {
    const { resultOf } = pool('import os\ndef main(event, context):\n    return dict(os.environ)', {
      binding: { environment: { TABLE: 'orders' } },
    })
    const environment = (await resultOf()) as Record<string, string>
    expect(environment).toMatchObject({
      TABLE: 'orders',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'f',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/f',
      _HANDLER: 'f.main',
      AWS_EXECUTION_ENV: expect.stringMatching(/^AWS_Lambda_python3\.\d+$/),
    })
    expect(Object.keys(environment).filter((name) => /VITEST|NODE_|HOME/.test(name))).toEqual([])
  })

  test('imports what is beside it, in the project and in its own package', async () => {
    const files = {
      'app/handlers/__init__.py': '',
      'app/handlers/f.py': `
from . import prices
from .prices import rate as own_rate
from shared.names import name
import json

def main(event, context):
    return [prices.rate, own_rate, name, json.dumps(__name__)]`,
      'app/handlers/prices.py': 'rate = 2',
      'shared/names.py': 'name = "shared"',
    }
    const { resultOf, folder } = pool(files, { handler: './app/handlers/f.py#main' })
    expect(await resultOf()).toEqual([2, 2, 'shared', '"handlers.f"'])
    expect(readdirSync(join(folder, 'app/handlers'))).toEqual(['__init__.py', 'f.py', 'prices.py'])
  })

  test("may be named as one of Python's own modules", async () => {
    const files = { 'json.py': 'def main(event, context):\n    return event' }
    expect(await pool(files, { handler: './json.py#main' }).resultOf([1])).toEqual([1])
  })

  test.each([
    ['f.py', 'from lib.other import other\ndef main(event, context):\n    return [2, other]', [2, 1]],
    ['lib/other.py', 'other = 2', [1, 2]],
  ])('is loaded anew when %s changes, to one of the same length', async (file, text, result) => {
    const { resultOf, write } = pool({
      'f.py': 'from lib.other import other\ndef main(event, context):\n    return [1, other]',
      'lib/other.py': 'other = 1',
    })
    expect(await resultOf()).toEqual([1, 1])
    write(file, text)
    expect(await resultOf()).toEqual(result)
  })

  test('prints to its log, with the id of the request where it logs', async () => {
    const code = `
import logging, os, sys
logger = logging.getLogger()
logger.setLevel(logging.INFO)
def main(event, context):
    print("printed")
    print("on error output", file=sys.stderr)
    os.write(1, b"written\\n")
    logger.info("info")
    logging.getLogger("lib").debug("not shown")`
    const { call, printed } = pool(code)
    expect(await call()).toEqual({ kind: 'answered', result: null })
    expect(printed()).toEqual([
      'printed',
      'on error output',
      'written',
      expect.stringMatching(/^\[INFO\]\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\trequest-1\tinfo$/),
    ])
  })

  test('cannot answer by what it prints, nor read what is meant for its process', async () => {
    const code = `
import sys
def main(event, context):
    print('{"kind": "answered", "result": "1", "memoryBytes": 0}')
    return [sys.stdin.read(), sys.__stdin__.fileno()]`
    expect(await pool(code).resultOf()).toEqual(['', 0])
  })

  test('that raises is a function error with its stack, as Lambda shows it', async () => {
    const { call, folder, lines } = pool(`
def inner(n):
    raise ValueError("no %d" % n)

def main(event, context):
    return inner(event["n"])`)
    const stackTrace = [
      `  File "${folder}/f.py", line 6, in main\n    return inner(event["n"])\n`,
      `  File "${folder}/f.py", line 3, in inner\n    raise ValueError("no %d" % n)\n`,
    ].map((frame) => expect.stringContaining(frame.slice(0, -1)) as string)
    expect(await call({ n: 7 })).toEqual({
      kind: 'failed',
      error: { errorMessage: 'no 7', errorType: 'ValueError', requestId: 'request-1', stackTrace },
    })
    const texts = lines.map(({ text }) => text)
    expect(texts.slice(0, 4)).toEqual([
      'START RequestId: request-1 Version: $LATEST',
      '[ERROR] ValueError: no 7',
      'Traceback (most recent call last):',
      `  File "${folder}/f.py", line 6, in main`,
    ])
    expect(texts.at(-1)).not.toContain('Status')
  })

  const stack: unknown = expect.any(Array)
  test.each([
    ['is not there', 'def other(): pass', 'Runtime.HandlerNotFound', "Handler 'main' missing on module 'f'"],
    [
      'has a syntax error',
      'def main(event, context)\n    pass',
      'Runtime.UserCodeSyntaxError',
      expect.stringMatching(/^Syntax error in module 'f': .*\(f\.py, line 1\)$/),
    ],
    [
      'imports what is not installed',
      'import no_such_module',
      'Runtime.ImportModuleError',
      "Unable to import module 'f': No module named 'no_such_module'",
    ],
    ['raises while it loads', 'raise KeyError("early")', 'KeyError', "'early'"],
  ])('that %s says so', async (_how, code, errorType, errorMessage) => {
    expect(await errorOf(code)).toEqual({ errorType, errorMessage, requestId: '', stackTrace: stack })
  })

  test.each([
    ['returns a set', 'return {1}', 'Unable to marshal response: Object of type set is not JSON serializable'],
    ['returns a cycle', 'a = []\na.append(a)\nreturn a', 'Unable to marshal response: Circular reference detected'],
    [
      'returns no number',
      'return float("nan")',
      expect.stringMatching(/^Unable to marshal response: Out of range float/),
    ],
  ])('that %s is a function error', async (_how, code, errorMessage) => {
    const expected = { errorType: 'Runtime.MarshalError', errorMessage, requestId: 'request-1', stackTrace: [] }
    expect(await errorOf(doing(code))).toEqual(expected)
  })

  test('may return decimals, and text of any kind', async () => {
    const code = `
from decimal import Decimal
def main(event, context):
    return [Decimal("1.5"), "\\u2713", "\\ud800", "\\U0001F600", "a\\nb"]`
    expect(await pool(code).resultOf()).toEqual([1.5, '\u2713', '\ud800', '\u{1F600}', 'a\nb'])
  })

  const failing: [string, string, string, string | RegExp][] = [
    ['runs without end', 'while True: pass', 'Sandbox.Timedout', 'request-1 Task timed out after 1.00 seconds'],
    [
      'waits without end',
      'import time\ntime.sleep(60)',
      'Sandbox.Timedout',
      'request-1 Task timed out after 1.00 seconds',
    ],
    ['ends its process', 'import sys\nsys.exit(3)', 'Runtime.ExitError', 'Runtime exited with error: exit status 3'],
    [
      'crashes its process',
      'os.kill(os.getpid(), 11)',
      'Runtime.ExitError',
      'Runtime exited with error: signal: SIGSEGV',
    ],
    ['returns too much', 'return "x" * 7000000', 'Function.ResponseSizeTooLarge', /^Response payload size exceeded/],
    ['has an endless stack', 'def f(): f()\nf()', 'RecursionError', /^maximum recursion depth exceeded/],
    [
      'raises what cannot be shown',
      'class Odd(Exception):\n    def __str__(self): raise self\nraise Odd()',
      'Odd',
      'an error that cannot be shown as text',
    ],
  ]
  test.each(failing)('that %s fails, and the next call works', async (_how, code, errorType, message) => {
    const { call, resultOf } = pool(doing(code), { binding: { timeLimit: 1000 } })
    const errorMessage: unknown = typeof message === 'string' ? message : expect.stringMatching(message)
    expect(await call({ go: true })).toMatchObject({ kind: 'failed', error: { errorType, errorMessage } })
    expect(await resultOf()).toBeTypeOf('number')
  })

  test.skipIf(process.platform === 'win32')('that takes all memory is ended, and the next call works', async () => {
    const eating = 'import time\nall = []\nwhile True:\n    all.append(b"x" * 8000000)\n    time.sleep(0.005)'
    const { call, resultOf } = pool(doing(eating), { binding: { memorySize: 64 } })
    expect(await call({ go: true })).toEqual({
      kind: 'failed',
      error: {
        errorType: 'Runtime.OutOfMemory',
        errorMessage: 'the function used more than its memory of 64 MB and was stopped',
      },
    })
    expect(await resultOf()).toBeTypeOf('number')
  })

  test('by closing its output does not lose its answer', async () => {
    const { resultOf } = pool(doing('import sys\nsys.stdout.close()\nos.close(2)\nos.close(1)\nreturn "kept"'))
    expect(await resultOf({ go: true })).toBe('kept')
  })

  test('by writing where answers go fails alone', async () => {
    const { call, resultOf } = pool(
      doing('for fd in range(3, 10):\n    try: os.write(fd, b"[]\\n")\n    except OSError: pass'),
    )
    expect(await call({ go: true })).toMatchObject({ kind: 'failed', error: { errorType: 'Runtime.ExitError' } })
    expect(await resultOf()).toBeTypeOf('number')
  })

  test('answers requests as an AWS_PROXY integration', async () => {
    const design = sampleDesign({ resources: { '/f': { methods: { GET: lambdaMethod('./f.py#main') } } } })
    const code = `
import json
def main(event, context):
    number = int(event["queryStringParameters"]["n"])
    print("doubled", number)
    return {"statusCode": 201, "headers": {"X-From": "python"}, "body": json.dumps({"n": number * 2})}`
    const served = await serveSample({ design, files: { 'f.py': code }, handlerProcessUrl })
    const [good, bad] = [await served.send('/f?n=21'), await served.send('/f?n=x')]
    await served.close()
    expect([good.status, good.text, good.headers['x-from'], bad.status, bad.text]).toEqual([
      201,
      '{"n": 42}',
      'python',
      502,
      '{"message":"Internal server error"}',
    ])
    expect(served.lines).toEqual([
      '[f] doubled 21',
      `GET /f of "Sample", stage prod: the function failed: ValueError: invalid literal for int() with base 10: 'x'`,
    ])
  })
})

describe('a computer without Python', () => {
  test('says so, and what to do', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'gatewright-no-python-'))
    const folder = mkdtempSync(join(tmpdir(), 'gatewright-project-'))
    const code = new HandlerCode({
      handlerProcessUrl: new URL('file:///nowhere'),
      folder,
      cacheFolder: null,
      findPython: () => findPython({ PATH: empty }),
    })
    const reference = { file: join(folder, 'f.py'), exportName: 'main', language: 'PYTHON' as const }
    const name = process.platform === 'win32' ? 'python' : 'python3'
    expect(await code.prepare(reference, 128)).toEqual({
      kind: 'refused',
      problem: `is Python, and "${name}" is not found on PATH; install Python 3.8 or newer, or put it on PATH, and call again`,
    })
    for (const one of [empty, folder]) rmSync(one, { recursive: true })
  })
})
