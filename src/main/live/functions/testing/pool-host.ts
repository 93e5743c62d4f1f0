import { pathToFileURL } from 'node:url'
import { HandlerPool } from '../handler-pool'

// A program that calls handlers and waits for them: node pool-host.mjs PATH-OF-HANDLER-PROCESS FOLDER HANDLER...

const [handlerProcess, folder, ...handlers] = process.argv.slice(2)
const pool = new HandlerPool({
  handlerProcessUrl: pathToFileURL(handlerProcess!),
  folder: folder!,
  handlersAnywhere: false,
  cacheFolder: null,
  region: 'us-east-1',
  log: () => undefined,
})
for (const [at, handler] of handlers.entries()) {
  const binding = {
    name: `f${at}`,
    arn: `arn:aws:lambda:us-east-1:123456789012:function:f${at}`,
    handler,
    timeLimit: 600_000,
    memorySize: 128,
    reservedConcurrency: null,
    environment: {},
  }
  const invocation = { binding, event: {}, requestId: 'request', callerLimit: 600_000 }
  void pool.invoke(invocation, new AbortController().signal)
}
process.on('SIGUSR2', () => {
  throw new Error('the program has a bug')
})
