import { Worker } from 'node:worker_threads'
import type { DocumentReply, DocumentWorker } from '../service/document-tasks'
import type { SimulatorWorker } from '../service/ports'
import type { WorkerReply, WorkerRequest } from '../simulator/worker-protocol'
import { KeptDesign, type SentTask } from './kept-design'

interface Thread<Message, Reply> {
  post(message: Message): void
  onMessage(listener: (reply: Reply) => void): void
  onExit(listener: (reason: string) => void): void
  terminate(): void
}

/** Starts the built simulator worker in a thread of its own. The entry file makes the URL: a chunk does not know where it lies. */
export function startSimulatorWorker(url: URL): SimulatorWorker {
  return startThread<WorkerRequest, WorkerReply>(url, 'simulator')
}

/** The same for the built document worker. */
export function startDocumentWorker(url: URL): DocumentWorker {
  const kept = new KeptDesign()
  const thread = startThread<SentTask, DocumentReply>(url, 'documents')
  return { ...thread, post: (task) => thread.post(kept.pack(task)) }
}

function startThread<Message, Reply>(url: URL, name: string): Thread<Message, Reply> {
  const worker = new Worker(url, { name })
  const reasons: string[] = []
  worker.on('error', (error: unknown) => reasons.push(error instanceof Error ? error.message : String(error)))
  return {
    post: (message) => worker.postMessage(message, []),
    onMessage: (listener) => void worker.on('message', (reply: Reply) => listener(reply)),
    onExit: (listener) => void worker.once('exit', (code) => listener(reasons[0] ?? `ended with exit code ${code}`)),
    terminate: () => void worker.terminate(),
  }
}
