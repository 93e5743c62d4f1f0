import { DEFAULT_SETTINGS, type Settings } from '@shared/contract/app-info'
import { GatewrightError } from '@shared/contract/errors'
import type { EventName } from '@shared/contract/events'
import type { DesignFormat, ExportedFile } from '@shared/contract/export'
import type { GatewayState, TracedRequest } from '@shared/contract/gateway'
import type { FlushTarget, GatewayCaches, LogLine, TryRequest } from '@shared/contract/try'
import type { Design } from '@shared/design/design'
import type { ServiceRecord } from '@shared/contract/services'
import { orderDesign } from '@shared/design/order-design.fixture'
import { WorkerSession } from '../simulator/worker-session'
import type { WorkerReply, WorkerRequest } from '../simulator/worker-protocol'
import { answerDocumentTask, type OpenedDocument } from './answer-document-task'
import type { DocumentReply, DocumentTask, DocumentWorker } from './document-tasks'
import { encodeUtf8 } from './encode-utf8'
import type {
  ExportStore,
  Gateway,
  GatewayAnswer,
  GatewayOptions,
  HostPorts,
  KeptExport,
  Preferences,
  ProjectListeners,
  ProjectPlace,
  ProjectStore,
  SampleStore,
  SimulatorWorker,
  StoredProject,
} from './ports'
import { RecordingSockets } from './recording-sockets.fixture'
import { createService, type Service } from './service'

/** Project files that are kept in a map; every save is there at once. */
export class MemoryProjects implements ProjectStore {
  readonly files = new Map<string, Design>()
  readonly closed: string[] = []

  async open(path: string, listeners: ProjectListeners): Promise<StoredProject> {
    const design = this.files.get(path)
    if (design === undefined) throw new GatewrightError('project/not-found', `${path} does not exist.`)
    return this.stored(path, design, listeners)
  }

  async create(
    { folder = '/projects', path = `${folder}/new.gatewright.yaml` }: ProjectPlace,
    design: Design,
    listeners: ProjectListeners,
  ): Promise<StoredProject> {
    if (this.files.has(path)) throw new GatewrightError('project/exists', `${path} exists.`)
    this.files.set(path, design)
    return this.stored(path, design, listeners)
  }

  async list(folder = '/projects') {
    return { folder, parent: null, entries: [] }
  }

  private stored(path: string, design: Design, listeners: ProjectListeners): StoredProject {
    return {
      path,
      design,
      diagnostics: [],
      save: (saved, revision) => {
        this.files.set(path, saved)
        listeners.onSaveState({ state: 'saved', revision })
      },
      overwrite: async () => ({ state: 'saved', revision: 99 }),
      close: async () => void this.closed.push(path),
    }
  }
}

export class MemoryPreferences implements Preferences {
  settings: Settings = DEFAULT_SETTINGS
  recent: { path: string; name: string }[] = []
  readonly trusted: string[] = []

  readonly readSettings = async (): Promise<Settings> => this.settings
  readonly readRecent = async () => this.recent.map((one) => ({ ...one, openedAt: 0, isMissing: false }))

  async writeSettings(settings: Settings): Promise<void> {
    this.settings = settings
  }

  async addRecent(project: { path: string; name: string }): Promise<void> {
    this.recent = [project, ...this.recent.filter(({ path }) => path !== project.path)]
  }

  async removeRecent(path: string): Promise<void> {
    this.recent = this.recent.filter((one) => one.path !== path)
  }

  readonly isTrusted = async (folder: string): Promise<boolean> => this.trusted.includes(folder)

  async trust(folder: string): Promise<void> {
    this.trusted.push(folder)
  }
}

/** Exports that are kept in maps; the last one was made at the beginning of 2026. */
export class MemoryExports implements ExportStore {
  readonly written = new Map<string, string>()
  private readonly kept = new Map<string, KeptExport>()

  async writeFiles(folder: string, files: readonly ExportedFile[]): Promise<readonly string[]> {
    for (const { name, text } of files) this.written.set(`${folder}/${name}`, text)
    return files.map(({ name }) => `${folder}/${name}`)
  }

  async writeFile(path: string, text: string): Promise<void> {
    this.written.set(path, text)
  }

  readonly last = async (projectPath: string, format: DesignFormat) => this.kept.get(`${projectPath} ${format}`) ?? null

  async keep(projectPath: string, format: DesignFormat, files: readonly ExportedFile[]): Promise<void> {
    this.kept.set(`${projectPath} ${format}`, { at: '2026-01-01T00:00:00.000Z', files })
  }
}

/** A thread that is none: the real session, answering between two promises. */
export class InProcessWorker implements SimulatorWorker {
  isTerminated = false
  /** Says that it is gone. */
  die: (reason: string) => void = () => undefined
  private listener: (reply: WorkerReply) => void = () => undefined
  private clock = 0
  private readonly session = new WorkerSession({
    now: () => (this.clock += 300),
    pause: () => Promise.resolve(),
    parseInstant: () => 0,
    openLog: () => ({ read: () => null }),
    post: (reply) => {
      if (!this.isTerminated) this.listener(reply)
    },
  })

  post(message: WorkerRequest): void {
    // Nothing is answered before the caller has gone on, as between threads.
    void Promise.resolve().then(() => this.session.handle(message))
  }

  onMessage(listener: (reply: WorkerReply) => void): void {
    this.listener = listener
  }

  onExit(listener: (reason: string) => void): void {
    this.die = listener
  }

  terminate(): void {
    this.isTerminated = true
  }
}

/** The same for documents; those on disk are kept in a map, with nothing beside them. */
export class InProcessDocuments implements DocumentWorker {
  isTerminated = false
  die: (reason: string) => void = () => undefined
  private listener: (reply: DocumentReply) => void = () => undefined

  constructor(private readonly files: ReadonlyMap<string, string> = new Map()) {}

  post(task: DocumentTask): void {
    void answerDocumentTask(task, { open: (path) => this.open(path) }).then((reply) => {
      if (!this.isTerminated) this.listener(reply)
    })
  }

  onMessage(listener: (reply: DocumentReply) => void): void {
    this.listener = listener
  }

  onExit(listener: (reason: string) => void): void {
    this.die = listener
  }

  terminate(): void {
    this.isTerminated = true
  }

  private async open(path: string): Promise<OpenedDocument> {
    const text = this.files.get(path)
    if (text === undefined) throw new GatewrightError('project/not-found', `${path} does not exist.`)
    const fileName = path.slice(path.lastIndexOf('/') + 1)
    return { fileName, bytes: encodeUtf8(text), files: { has: () => false, read: () => null } }
  }
}

/** A thread that a test answers for. */
export class SilentWorker implements SimulatorWorker {
  readonly asked: WorkerRequest[] = []
  isTerminated = false
  reply: (message: WorkerReply) => void = () => undefined
  die: (reason: string) => void = () => undefined

  post(message: WorkerRequest): void {
    this.asked.push(message)
  }

  onMessage(listener: (message: WorkerReply) => void): void {
    this.reply = listener
  }

  onExit(listener: (reason: string) => void): void {
    this.die = listener
  }

  terminate(): void {
    this.isTerminated = true
  }
}

/** A gateway that remembers what it was told; port 80 is taken. */
export class RecordingGateway implements Gateway {
  readonly webSockets = new RecordingSockets()
  readonly story: string[] = []
  listener: (request: TracedRequest) => void = () => undefined

  async start(
    design: Design,
    { port, host, folder }: GatewayOptions,
  ): Promise<Extract<GatewayState, { state: 'running' }>> {
    if (port === 80) throw new GatewrightError('live/port-in-use', 'Port 80 is taken.')
    this.story.push(`start ${design.name} on ${host}:${port} in ${folder}`)
    return { state: 'running', port: 4000, apis: [] }
  }

  update(design: Design): void {
    this.story.push(`update ${design.name}`)
  }

  async stop(): Promise<void> {
    this.story.push('stop')
  }

  onRequest(listener: (request: TracedRequest) => void): void {
    this.listener = listener
  }

  records(clear: boolean): readonly ServiceRecord[] {
    this.story.push(clear ? 'clear records' : 'list records')
    return []
  }

  /** Answers 200 "hello", as if the request had found this route. */
  async send({ apiId, stage, method, path, headers, body }: TryRequest): Promise<GatewayAnswer> {
    if (!this.story.some((line) => line.startsWith('start'))) throw new GatewrightError('live/not-running', 'Stopped.')
    return {
      status: 200,
      headers: [],
      body: { kind: 'text', text: 'hello', bytes: 5 },
      durationMs: 1,
      sent: { url: `http://127.0.0.1:4000/${apiId}/${stage}${path}`, method, headers, body },
      traced: tracedRequest(`${method} ${path}`),
      executionLog: [],
    }
  }

  executionLog(requestId: string): readonly LogLine[] {
    return [{ at: 0, text: `Starting execution for request: ${requestId}` }]
  }

  caches(): GatewayCaches {
    return { authorizer: [], response: [] }
  }

  flush(what: FlushTarget): void {
    this.story.push(`flush ${what}`)
  }
}

function tracedRequest(routeKey: string): TracedRequest {
  return {
    requestId: 'r1',
    receivedAt: 0,
    method: '',
    path: '',
    routeKey,
    apiName: 'Orders',
    stage: 'prod',
    status: 200,
    durationMs: 1,
    integrationMs: null,
    apiKeyName: null,
    trace: [],
  }
}

/** A host in memory with a service on it. What the service tells the window is in `events`. */
export class MemoryHost<Worker extends SimulatorWorker = InProcessWorker> {
  readonly projects = new MemoryProjects()
  readonly preferences = new MemoryPreferences()
  readonly exports = new MemoryExports()
  readonly gateway = new RecordingGateway()
  readonly workers: Worker[] = []
  readonly events: { readonly name: EventName; readonly payload: unknown }[] = []
  readonly service: Service
  readonly call: Service['handlers']
  private waiting: { readonly name: EventName; readonly resolve: () => void }[] = []

  constructor(newWorker: () => Worker, ports: Partial<HostPorts> = {}) {
    const samples: SampleStore = {
      list: async () => [{ name: 'orders', title: 'Orders', description: '', protocolTypes: ['REST'] }],
      copy: async (name) => {
        const path = `/projects/${name}/${name}.gatewright.yaml`
        this.projects.files.set(path, orderDesign())
        return path
      },
    }
    const all: HostPorts = {
      version: '1.2.3',
      platform: 'linux',
      openPath: null,
      projects: this.projects,
      preferences: this.preferences,
      samples,
      startSimulatorWorker: () => {
        this.workers.push(newWorker())
        return this.workers.at(-1)!
      },
      startDocumentWorker: () => new InProcessDocuments(),
      checkReplayFiles: () => [],
      parallelism: 2,
      gateway: this.gateway,
      pickFile: null,
      pickSaveFile: null,
      pickFolder: null,
      exports: this.exports,
      now: () => 0,
      ...ports,
    }
    this.service = createService(all, (name, payload) => this.tell(name, payload))
    this.call = this.service.handlers
  }

  /** The payloads of one event so far. */
  told(name: EventName): unknown[] {
    return this.events.flatMap((event) => (event.name === name ? [event.payload] : []))
  }

  /** Resolves with the next event of this name. */
  async next(name: EventName): Promise<unknown> {
    await new Promise<void>((resolve) => this.waiting.push({ name, resolve }))
    return this.told(name).at(-1)
  }

  private tell(name: EventName, payload: unknown): void {
    this.events.push({ name, payload })
    const woken = this.waiting.filter((one) => one.name === name)
    this.waiting = this.waiting.filter((one) => one.name !== name)
    for (const { resolve } of woken) resolve()
  }
}

export const PROJECT = '/home/ada/orders.gatewright.yaml'

/** A host whose order project is open. */
export async function openHost<Worker extends SimulatorWorker>(
  newWorker: () => Worker,
  ports: Partial<HostPorts> = {},
): Promise<MemoryHost<Worker>> {
  const host = new MemoryHost(newWorker, ports)
  host.projects.files.set(PROJECT, orderDesign())
  await host.call['project.open']({ path: PROJECT })
  return host
}
