import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Method } from '@shared/design/method'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { lambdaMethod, sampleDesign } from '../testing/sample-design'
import { serveSample, type Received, type ServedSample } from '../testing/served-sample'
import { isAlive } from './testing/is-alive'
import { whyNoPython } from './testing/why-no-python'

/** Calls of one run; GATEWRIGHT_SOAK_CALLS sets it, up to 1,000. */
const CALLS = Math.min(1000, Number(process.env['GATEWRIGHT_SOAK_CALLS'] ?? 200))
/** Requests at the same time: more than there are processes for one function. */
const CLIENTS = 12
const languages = ['mjs', 'ts', ...((await whyNoPython()) === null ? ['py'] : [])]

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

/** Each process leaves its id, and that of a process that it started, as a file's name. */
const JAVASCRIPT = `
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
const note = (pid) => writeFileSync('pids/' + pid, '')
note(process.pid)
const bad = {
  throws: () => { throw new Error('bad') },
  exits: () => process.exit(1),
  crashes: () => process.abort(),
  later: () => new Promise(() => setTimeout(() => { throw new Error('later') }, 1)),
  rejects: () => { void Promise.reject(new Error('nobody')); return new Promise(() => setInterval(() => {}, 50)) },
  leaves: () => { note(spawn('sleep', ['600'], { stdio: 'ignore' }).pid); process.exit(1) },
  eats: () => { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)) },
  buffers: async () => { const all = []; for (;;) { all.push(Buffer.alloc(8e6, 1)); await new Promise((go) => setTimeout(go, 5)) } },
  loops: () => { for (;;); },
  waits: () => new Promise(() => setInterval(() => {}, 1000)),
}
export const handler = async ({ queryStringParameters: { how, n } }) => {
  if (how !== 'good') await bad[how]()
  return { body: String(n * 2) }
}`

const PYTHON = `
import os, subprocess, sys, threading, time
def note(pid):
    open("pids/%d" % pid, "w").close()
note(os.getpid())
def leaves():
    note(subprocess.Popen(["sleep", "600"], stdin=subprocess.DEVNULL).pid)
    os._exit(1)
def throws(): raise ValueError("bad")
def loops():
    while True: pass
def buffers():
    everything = []
    while True:
        everything.append(b"x" * 8000000)
        time.sleep(0.005)
bad = {
    "throws": throws, "exits": lambda: sys.exit(1), "crashes": os.abort, "later": lambda: os._exit(2), "rejects": throws,
    "leaves": leaves, "eats": buffers, "buffers": buffers, "loops": loops, "waits": lambda: time.sleep(600),
}
def handler(event, context):
    query = event["queryStringParameters"]
    if query["how"] != "good":
        bad[query["how"]]()
    return {"body": str(int(query["n"]) * 2)}
`

/** Ways to go wrong, and how often each comes; what loops or waits goes to functions with little time. */
const BAD = [
  'throws',
  'exits',
  'crashes',
  'later',
  'rejects',
  'leaves',
  'exits',
  'leaves',
  'buffers',
  'eats',
  'loops',
  'waits',
]
const ENDLESS = ['loops', 'waits']
const FUNCTION_URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:NAME/invocations'

interface SoakCall {
  readonly path: string
  readonly expected: readonly [status: number, text: string]
}

/** Every third call goes wrong. An endless one is ended by its function's time limit, or by its integration's. */
function soakCall(n: number): SoakCall {
  // Another language each time that a way to go wrong comes round.
  const round = Math.floor(n / (3 * BAD.length))
  const language = languages[(n + round) % languages.length]!
  const how = n % 3 === 0 ? BAD[(n / 3) % BAD.length]! : 'good'
  const query = `?how=${how}&n=${n}`
  if (how === 'good') return { path: `/${language}${query}`, expected: [200, String(n * 2)] }
  if (!ENDLESS.includes(how))
    return { path: `/${language}${query}`, expected: [502, '{"message":"Internal server error"}'] }
  return (n + round) % 2 === 0
    ? { path: `/${language}-short${query}`, expected: [502, '{"message":"Internal server error"}'] }
    : { path: `/${language}-bare${query}`, expected: [504, '{"message":"Endpoint request timed out"}'] }
}

function methodOf(name: string, timeoutInMillis: number): Method {
  const method = lambdaMethod('', {}, { uri: FUNCTION_URI.replace('NAME', name), timeoutInMillis })
  delete (method.integration as { handler?: string }).handler
  return method
}

async function serve(): Promise<ServedSample> {
  const functions = languages.flatMap((language) => [
    [language, { handler: `./f.${language}`, timeout: 60, memorySize: 64 }],
    [`${language}-short`, { handler: `./f.${language}`, timeout: 0.5, memorySize: 64 }],
  ])
  const resources = languages.flatMap((language) => [
    [`/${language}`, { methods: { ANY: methodOf(language, 120_000) } }],
    [`/${language}-short`, { methods: { ANY: methodOf(`${language}-short`, 120_000) } }],
    [`/${language}-bare`, { methods: { ANY: lambdaMethod(`./f.${language}`, {}, { timeoutInMillis: 500 }) } }],
  ])
  const design = sampleDesign({
    resources: Object.fromEntries(resources),
    design: { functions: Object.fromEntries(functions) },
  })
  const files = { 'f.mjs': JAVASCRIPT, 'f.ts': `// @ts-nocheck${JAVASCRIPT}`, 'f.py': PYTHON, 'pids/0': '' }
  sample = await serveSample({ design, files, handlerProcessUrl })
  return sample
}

test(`of ${CALLS} calls a third goes wrong, and all others are right`, { timeout: 600_000 }, async () => {
  const { send, folder, close } = await serve()
  const calls = Array.from({ length: CALLS }, (_, n) => soakCall(n))
  const answers: Received[] = []
  let next = 0
  const client = async (): Promise<void> => {
    for (let n = next++; n < CALLS; n = next++) answers[n] = await send(calls[n]!.path)
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  expect(calls.map(({ path }, n) => [path, answers[n]!.status, answers[n]!.text])).toEqual(
    calls.map(({ path, expected }) => [path, ...expected]),
  )

  const pids = readdirSync(join(folder, 'pids')).map(Number).filter(Boolean)
  expect(pids.length).toBeGreaterThan(languages.length)
  sample = null
  await close()
  await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([])
})
