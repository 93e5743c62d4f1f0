import { setFlagsFromString } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { GatewrightError } from '@shared/contract/errors'
import type { WorkerReply, WorkerRequest } from '../simulator/worker-protocol'
import { WorkerSession } from '../simulator/worker-session'
import { openFileLog } from './file-log-reader'
import { SIMULATOR_V8_FLAGS } from './simulator-v8-flags'

const port = parentPort
if (port === null) throw new Error('simulator-worker.js runs as a worker thread only')
for (const flag of SIMULATOR_V8_FLAGS) setFlagsFromString(flag)

const session = new WorkerSession({
  now: () => performance.now(),
  pause: (ms) => new Promise((resume) => (ms > 0 ? setTimeout(resume, ms) : setImmediate(resume))),
  parseInstant: Date.parse,
  openLog: openFileLog,
  post: (reply) => port.postMessage(reply, reply.type === 'snapshot' ? [reply.frame] : []),
})

port.on('message', (request: WorkerRequest) => {
  session.handle(request).catch((error: unknown) => {
    const runId = 'runId' in request ? request.runId : ''
    port.postMessage({ type: 'failed', runId, message: reasonOf(error) } satisfies WorkerReply)
  })
})

/** A bug is told with where it is. */
function reasonOf(error: unknown): string {
  if (error instanceof GatewrightError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
