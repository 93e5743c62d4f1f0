import { watch } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { ServedApi, ServedTls, ServedUserPool, TracedRequest } from '@shared/contract/gateway'
import { functionLogText } from '../live/functions/function-log'
import { createGateway, type RunningState } from '../live/gateway'
import { createLocalIdentityProvider } from '../live/identity/local-identity-provider'
import { rootKeyFrom } from '../live/identity/root-key'
import { createAuthorityFiles } from '../storage/authority-files'
import { dataFolders } from '../storage/data-folders'
import { createPoolKeyFiles } from '../storage/pool-key-files'
import { DONE, INTERRUPTED, onlyPositional, wholeNumber, type Command, type CommandContext } from './command'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { readDesign } from './read-design'

const DEFAULT_PORT = 3000
/** An editor writes a file in several steps; the reload waits for the last. Milliseconds. */
const SETTLE_MS = 100

export const serveCommand: Command = {
  name: 'serve',
  usage:
    'serve <design> [--stage S] [--port P] [--host 127.0.0.1] [--type rest|http] [--parameter NAME=VALUE] [--watch] [--log] [--tls] [--json]',
  summary: 'Runs the local gateway until it is stopped.',
  options: {
    stage: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    watch: { type: 'boolean' },
    log: { type: 'boolean' },
    tls: { type: 'boolean' },
    'tls-port': { type: 'string' },
    ...DESIGN_OPTIONS,
  },
  optionHelp: {
    stage: 'Serve this stage only; a document without stages is deployed to it.',
    port: `Port to listen on, 0 for a free one; ${DEFAULT_PORT} when absent.`,
    host: 'Address to listen on; 127.0.0.1 when absent. Any other address lets other computers in.',
    watch: 'Load the file again when it changes.',
    log: 'Print one line for each request.',
    tls: 'Answer HTTPS and WSS too, with certificates of a local authority; says how to trust it.',
    'tls-port': 'Port for --tls, 0 for a free one; the plain port plus 443 when absent.',
    ...DESIGN_OPTION_HELP,
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const path = resolve(onlyPositional(context, 'a design'))
  const options = importOptions(values)
  const design = await readDesign(path, io, options)
  const { dataFolder } = dataFolders({ env: process.env, platform: process.platform, home: homedir() })
  const gateway = createGateway({
    handlerProcessUrl: io.handlerProcessUrl ?? new URL('file:///nowhere'),
    log: io.err,
    functionLog: (line) => io.err(functionLogText(line)),
    cacheFolder: join(dataFolder, 'cache'),
    identity: createLocalIdentityProvider({ store: createPoolKeyFiles(dataFolder) }),
    rootKey: rootKeyFrom(process.env),
    authorityStore: createAuthorityFiles(dataFolder),
    // Without --log nobody can ask about a request.
    keepsRecords: values['log'] === true,
  })
  if (values['log'])
    gateway.onRequest((request) => io.out(values['json'] ? requestJson(request) : requestText(request)))
  const host = typeof values['host'] === 'string' ? values['host'] : '127.0.0.1'
  const port = wholeNumber(values, 'port', 0, 65_535) ?? DEFAULT_PORT
  const running = await gateway.start(design, {
    port,
    host,
    folder: dirname(path),
    handlersAnywhere: true,
    ...pickStage(values),
    ...tlsOption(values),
  })
  const { state: _running, ...listening } = running
  if (values['json']) io.out(JSON.stringify({ event: 'listening', ...listening }))
  else for (const line of linesOfAll(running)) io.out(line)
  const stopWatching = values['watch']
    ? watchFile(path, async () => gateway.update(await readDesign(path, io, options)), io.err)
    : null
  await aborted(io.signal)
  stopWatching?.()
  await gateway.stop()
  return io.signal.reason === 'SIGINT' ? INTERRUPTED : DONE
}

function linesOfAll({ apis, tls, userPools = [] }: RunningState): string[] {
  return [...apis.flatMap(linesOf), ...userPools.map(lineOfPool), ...(tls === undefined ? [] : linesOfTls(tls))]
}

/** Where an API stage answers, and how it is called by the names of its custom domains. */
function linesOf({ name, stage, url, secure, domains = [] }: ServedApi): string[] {
  const curls = domains.flatMap((domain) => [domain.curl, ...(domain.secure ? [domain.secure.curl] : [])])
  const overTls = secure === undefined ? [] : [secure.url, secure.curl]
  return [`${name}, stage ${stage}: ${url}`, ...[...overTls, ...curls].map((line) => `  ${line}`)]
}

/** Whom clients have to trust, and how they are made to. */
function linesOfTls({ caFile, trust }: ServedTls): string[] {
  const heading = `TLS certificates are signed by ${caFile}. Clients trust it when told so, or this computer does by one of:`
  return [heading, ...trust.map(({ system, command }) => `  ${system}: ${command}`)]
}

function lineOfPool({ name, url }: ServedUserPool): string {
  return `User pool ${name}: keys at ${url}/.well-known/jwks.json`
}

function tlsOption(values: CommandContext['values']): { tls?: { port: number | null } } {
  const port = wholeNumber(values, 'tls-port', 0, 65_535)
  return values['tls'] === true || port !== undefined ? { tls: { port: port ?? null } } : {}
}

function pickStage(values: CommandContext['values']): { stage?: string } {
  return typeof values['stage'] === 'string' ? { stage: values['stage'] } : {}
}

function requestText({ method, path, status, durationMs, trace }: TracedRequest): string {
  const last = trace.at(-1)
  return `${method} ${path} ${status} ${durationMs.toFixed(1)} ms${last?.verdict === 'stopped' ? ` (${last.step})` : ''}`
}

/** Without payloads and headers: what is printed may be kept, and they hold secrets. */
function requestJson({ templateEvent: _event, templateRuns, ...request }: TracedRequest): string {
  const runs = templateRuns?.map(({ body: _body, ...run }) => run)
  return JSON.stringify({ event: 'request', ...request, ...(runs && { templateRuns: runs }) })
}

/** Reload after each change. A file that cannot be read leaves the design as it is and says why. */
function watchFile(path: string, reload: () => Promise<void>, report: (line: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(dirname(path), (_, name) => {
    if (name !== null && name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      reload().then(
        () => report(`Loaded ${basename(path)} again.`),
        (error: unknown) =>
          report(`Kept the design as it was: ${error instanceof Error ? error.message : String(error)}`),
      )
    }, SETTLE_MS)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
