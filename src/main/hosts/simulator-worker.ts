import { setFlagsFromString } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import type { WorkerRequest } from '../simulator/worker-protocol'
import { WorkerSession } from '../simulator/worker-session'
import { SIMULATOR_V8_FLAGS } from './simulator-v8-flags'

const port = parentPort
if (port === null) throw new Error('simulator-worker.js runs as a worker thread only')
for (const flag of SIMULATOR_V8_FLAGS) setFlagsFromString(flag)

const session = new WorkerSession({
  now: () => performance.now(),
  pause: () => new Promise((resume) => setImmediate(resume)),
  parseInstant: Date.parse,
  post: (reply) => port.postMessage(reply, reply.type === 'snapshot' ? [reply.frame] : []),
})

port.on('message', (request: WorkerRequest) => {
  session.handle(request).catch((error: unknown) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    port.postMessage({ type: 'failed', runId: 'runId' in request ? request.runId : '', message })
  })
})
