import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GatewrightError } from '@shared/contract/errors'
import { createService } from '../../service/service'
import { dataFolders } from '../../storage/data-folders'
import { APP_VERSION } from '../app-version'
import { bugReport, systemFacts } from '../bug-report'
import { createNodePorts } from '../create-ports'
import { onInputEnd } from '../input-end'
import { IDLE_LIMIT_MS, createIdleWatch } from './exit-rules'
import { startLoopbackHost, type LoopbackHost } from './loopback-host'
import { portSetting } from './port-setting'

// out/main/browser.js: Gatewright for a browser on this computer.
// Environment: GATEWRIGHT_PORT, GATEWRIGHT_DATA, GATEWRIGHT_PROJECTS; GATEWRIGHT_TERMINAL is set when a person can press Ctrl-C.

/** How long saving may take when the host is asked to end. */
const CLOSE_LIMIT_MS = 2_000

const [file] = process.argv.slice(2)
const facts = systemFacts(APP_VERSION, 'loopback', homedir())
const ports = createNodePorts({
  version: APP_VERSION,
  ...dataFolders({ env: process.env, platform: process.platform, home: homedir() }),
  resourcesFolder: fileURLToPath(new URL('../../resources', import.meta.url)),
  simulatorWorkerUrl: new URL('./simulator-worker.js', import.meta.url),
  documentWorkerUrl: new URL('./document-worker.js', import.meta.url),
  handlerProcessUrl: new URL('./handler-process.js', import.meta.url),
  openPath: file === undefined ? null : resolve(file),
  pickFile: null,
  pickSaveFile: null,
  pickFolder: null,
  ownPorts: () => (host === null ? [] : [host.port]),
  log: (line) => console.error(line),
})
const watchIdle = process.env['GATEWRIGHT_TERMINAL']
  ? () => undefined
  : createIdleWatch(IDLE_LIMIT_MS, () => void end(0))

let host: LoopbackHost | null = null
let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
onInputEnd(process.stdin, () => void end(0))

try {
  host = await startLoopbackHost({
    pageFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
    port: portSetting(process.env['GATEWRIGHT_PORT']),
    facts,
    createService: (emit) => createService(ports, emit),
    onClientCount: watchIdle,
  })
  // A bug outside of any call: the open design stays open, and its text can be copied from the terminal.
  process.on('uncaughtException', (error) => console.error(bugReport(error, 'none', facts).details?.report))
  console.log(`Gatewright is open at ${host.url}`)
} catch (error) {
  if (!(error instanceof GatewrightError)) throw error
  console.error(error.message)
  await end(2)
}

async function end(exitCode: number): Promise<void> {
  if (isEnding) return
  isEnding = true
  setTimeout(() => process.exit(exitCode), CLOSE_LIMIT_MS).unref()
  await host?.close()
  process.exit(exitCode)
}
