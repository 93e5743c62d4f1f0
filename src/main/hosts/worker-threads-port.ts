import { Worker } from 'node:worker_threads'
import type { SimulatorWorker } from '../service/ports'
import type { WorkerReply } from '../simulator/worker-protocol'

/** Starts the built simulator worker in a thread of its own. The entry file makes the URL: a chunk does not know where it lies. */
export function startSimulatorWorker(url: URL): SimulatorWorker {
  const worker = new Worker(url, { name: 'simulator' })
  const reasons: string[] = []
  worker.on('error', (error: unknown) => reasons.push(error instanceof Error ? error.message : String(error)))
  return {
    post: (message) => worker.postMessage(message, []),
    onMessage: (listener) => void worker.on('message', (reply: WorkerReply) => listener(reply)),
    onExit: (listener) => void worker.once('exit', (code) => listener(reasons[0] ?? `ended with exit code ${code}`)),
    terminate: () => void worker.terminate(),
  }
}
