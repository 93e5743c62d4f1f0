import type { AppInfo, RecentProject, SampleInfo, Settings } from '@shared/contract/app-info'
import type { DesignFormat, ExportedFile } from '@shared/contract/export'
import type { GatewayState, TracedRequest } from '@shared/contract/gateway'
import type { FolderListing, SaveState } from '@shared/contract/project'
import type { ServiceRecord } from '@shared/contract/services'
import type { FlushTarget, GatewayCaches, LogLine, TryAnswer, TryRequest } from '@shared/contract/try'
import type {
  ConnectionEvent,
  FrameEvent,
  WebSocketConnection,
  WebSocketOpenAnswer,
  WebSocketOpenRequest,
  ConnectionsAnswer,
} from '@shared/contract/websocket'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'
import type { WorkerReply, WorkerRequest } from '../simulator/worker-protocol'
import type { DocumentWorker } from './document-tasks'

/** What a host gives the service: everything that touches files, sockets, threads, clocks or windows. */
export interface HostPorts {
  readonly version: string
  readonly platform: AppInfo['platform']
  readonly openPath: string | null
  readonly projects: ProjectStore
  readonly preferences: Preferences
  readonly samples: SampleStore
  /** A new worker thread each; it is ended with `terminate`. */
  readonly startSimulatorWorker: () => SimulatorWorker
  /** A new thread for reading and writing documents; one is kept. */
  readonly startDocumentWorker: () => DocumentWorker
  /** The access logs of a scenario that are no files below the project's folder. Pointers are into the scenario. */
  readonly checkReplayFiles: (scenario: Scenario, folder: string | null) => readonly Diagnostic[]
  /** Threads that can work at the same time. */
  readonly parallelism: number
  readonly gateway: Gateway
  /** The system's file dialog; null where there is none. */
  readonly pickFile: (() => Promise<string | null>) | null
  /** The system's dialog for where to save a file of that name; null where there is none, a Promise of null when it was cancelled. */
  readonly pickSaveFile: ((name: string) => Promise<string | null>) | null
  /** The same for a folder. */
  readonly pickFolder: (() => Promise<string | null>) | null
  readonly exports: ExportStore
  /** Milliseconds since 1970 with fractions, which never run backwards. */
  readonly now: () => number
}

/** Project files on disk. Failures are thrown as `GatewrightError` with a `project/...` code. */
export interface ProjectStore {
  open(path: string, listeners: ProjectListeners): Promise<StoredProject>
  /** Writes a new file, never over an existing one. A place without a path gets a file named after the design. */
  create(place: ProjectPlace, design: Design, listeners: ProjectListeners): Promise<StoredProject>
  list(folder: string | undefined): Promise<FolderListing>
}

/** Where a new project goes: to this path, or under a free name into this folder, the projects folder when there is neither. */
export interface ProjectPlace {
  readonly path?: string
  readonly folder?: string
}

export interface ProjectListeners {
  readonly onSaveState: (state: SaveState) => void
  readonly onChangedOnDisk: (change: { path: string; design: Design | null; message: string }) => void
}

/** Exported files on disk, and the last export of each project. */
export interface ExportStore {
  /** Writes below a folder, each file whole or not at all, and gives their paths. Throws `project/unwritable`. */
  writeFiles(folder: string, files: readonly ExportedFile[]): Promise<readonly string[]>
  /** Throws `project/unwritable`. */
  writeFile(path: string, text: string): Promise<void>
  /** Null when there is none, or it cannot be read any more. */
  last(projectPath: string, format: DesignFormat): Promise<KeptExport | null>
  keep(projectPath: string, format: DesignFormat, files: readonly ExportedFile[]): Promise<void>
}

export interface KeptExport {
  /** ISO 8601. */
  readonly at: string
  readonly files: readonly ExportedFile[]
}

/** One open project file. Saves are atomic, in order, the newest design wins; nothing is written over a change made outside. */
export interface StoredProject {
  readonly path: string
  readonly design: Design
  readonly diagnostics: readonly Diagnostic[]
  save(design: Design, revision: number): void
  overwrite(): Promise<SaveState>
  /** Ends watching after the last save is on disk. */
  close(): Promise<void>
}

/** Settings, the recent list and the trusted folders in the data folder. A broken file counts as absent. */
export interface Preferences {
  readSettings(): Promise<Settings>
  writeSettings(settings: Settings): Promise<void>
  readRecent(): Promise<readonly RecentProject[]>
  addRecent(project: { path: string; name: string }): Promise<void>
  removeRecent(path: string): Promise<void>
  /** Whether the person said that code of this folder may run. */
  isTrusted(folder: string): Promise<boolean>
  trust(folder: string): Promise<void>
}

/** The designs shipped in `resources/samples`. */
export interface SampleStore {
  list(): Promise<readonly SampleInfo[]>
  /** Copies a sample's folder into the projects folder, never over an existing one, and gives the path of its project file. */
  copy(name: string): Promise<string>
}

/** One simulation in a thread of its own. */
export interface SimulatorWorker {
  post(message: WorkerRequest): void
  onMessage(listener: (message: WorkerReply) => void): void
  onExit(listener: (reason: string) => void): void
  terminate(): void
}

/** The local gateway. `start` throws `live/port-in-use` and the like; `update` takes a changed design without a restart. */
export interface Gateway {
  start(design: Design, options: GatewayOptions): Promise<Extract<GatewayState, { state: 'running' }>>
  update(design: Design): void
  stop(): Promise<void>
  onRequest(listener: (request: TracedRequest) => void): void
  /** What stand-ins for AWS services recorded since the last start, newest first; `clear` empties it. */
  records(clear: boolean): readonly ServiceRecord[]
  /** Sends a request to itself, as any client would. Throws `live/not-running`, `live/cannot-send`, `live/no-answer`. */
  send(request: TryRequest): Promise<GatewayAnswer>
  /** Of one of the last requests; empty when it is not remembered. */
  executionLog(requestId: string): readonly LogLine[]
  /** Throws `live/not-running`, as `flush` does. */
  caches(): GatewayCaches
  flush(what: FlushTarget): void
  readonly webSockets: WebSocketGateway
}

/** Clients of WebSocket APIs. All but the listeners throw `live/not-running`. */
export interface WebSocketGateway {
  list(): readonly WebSocketConnection[]
  /** A socket of this program's own. Throws `live/cannot-send`, `live/no-answer`. */
  open(request: WebSocketOpenRequest): Promise<WebSocketOpenAnswer>
  /** Throws `live/cannot-send` when the socket is closed, as `close` does. */
  send(socketId: string, text: string): void
  close(socketId: string, code?: number, reason?: string): void
  /** Breaks the connection without a close frame. Throws as `close` does. */
  drop(socketId: string): void
  /** Posts through `@connections`; where the connection is closed, to its id below `place`. Throws `live/cannot-send` without one. */
  push(
    connectionId: string,
    text: string,
    place?: { readonly apiId: string; readonly stage: string } | null,
  ): Promise<ConnectionsAnswer>
  /** Ends any connection through `@connections`. */
  disconnect(target: {
    readonly connectionId: string
    readonly apiId: string
    readonly stage: string
  }): Promise<ConnectionsAnswer>
  /** Lets every connection age at once; how many that ended. */
  fastForward(seconds: number): number
  onConnection(listener: (event: ConnectionEvent) => void): void
  onFrame(listener: (event: FrameEvent) => void): void
}

/** What the gateway itself tells of an answer. */
export type GatewayAnswer = Omit<TryAnswer, 'curl' | 'skippedSteps'>

export interface GatewayOptions {
  readonly port: number
  /** 127.0.0.1 unless the person chose otherwise. */
  readonly host: string
  /** Folder that handler paths are relative to. */
  readonly folder: string
  /** Run functions outside of that folder too: for a design that the person named on a command line. */
  readonly handlersAnywhere?: boolean
  /** Serve only this stage; an API without stages is served as if deployed to it. */
  readonly stage?: string
  /** Answer over TLS too. Port 0 picks a free one; null takes one beside the plain port. */
  readonly tls?: { readonly port: number | null }
}
