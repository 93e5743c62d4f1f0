import { basename, dirname } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { answerDocumentTask, type OpenedDocument } from '../service/answer-document-task'
import { importFilesIn } from '../storage/import-files'
import { readBytes } from '../storage/read-project-file'
import { KeptDesign, type SentTask } from './kept-design'

// out/main/document-worker.js: reads and writes whole documents, so that the window's own thread never waits for a large one.

const port = parentPort
if (port === null) throw new Error('document-worker.js runs as a worker thread only')

const kept = new KeptDesign()
port.on('message', (sent: SentTask) => {
  void answerDocumentTask(kept.unpack(sent), { open }).then((reply) => port.postMessage(reply))
})

async function open(path: string): Promise<OpenedDocument> {
  return { fileName: basename(path), bytes: await readBytes(path), files: importFilesIn(dirname(path)) }
}
