import type { CompareAnswer } from './compare'
import type { TypeCosts, TypedTraffic } from './cost'
import type { ExportPreview, ExportRequest, FormatSummary } from './export'
import type { Design } from '../design/design'
import type { Scenario } from '../design/scenario'
import type { Diagnostic } from '../diagnostic'
import type { ThrottlePreview, ThrottlePreviewRequest } from './throttle-preview'
import type { AppInfo, Settings } from './app-info'
import type { GatewayState } from './gateway'
import type { ImportReport } from './import-report'
import type { FolderListing, OpenProject, SaveState } from './project'
import type { ServiceRecord } from './services'
import type { TemplateCaseResult, TemplateRenderAnswer, TemplateRenderRequest } from './template'
import type { FlushTarget, GatewayCaches, LogLine, TryAnswer, TryRequest } from './try'
import type {
  ListedRequest,
  PlaySpeed,
  RequestFilter,
  RunControl,
  SimulationExplanation,
  SimulationResult,
} from './simulation'
import type { SeekAnswer, SeekRequest, SweepRequest } from './sweep'
import type { SnapshotRow, SnapshotTotals } from './snapshot'
import type { TextFile } from './text-file'
import type {
  WebSocketConnection,
  WebSocketOpenAnswer,
  WebSocketOpenRequest,
  ConnectionsAnswer,
  WebSocketRouteAnswer,
} from './websocket'

/** Every call the window can make. Each is handled in `main/service/<area>.ts` and validated at the host's edge by `validate.ts`. */
export interface Commands {
  'app.info': { args: Record<never, never>; result: AppInfo }
  'settings.put': { args: Settings; result: Record<never, never> }
  /** Makes a project file and opens it: at `path`, or named after the design in `folder` or else the projects folder. */
  'project.create': { args: { design: Design; path?: string; folder?: string }; result: OpenProject }
  /** Copies a shipped sample into the projects folder and opens it. */
  'project.createFromSample': { args: { sample: string }; result: OpenProject }
  'project.open': { args: { path: string }; result: OpenProject }
  /** Shows the system's dialog where there is one; null when it was cancelled. */
  'project.pick': { args: Record<never, never>; result: { path: string | null; hasDialog: boolean } }
  'project.close': { args: Record<never, never>; result: Record<never, never> }
  'project.forget': { args: { path: string }; result: Record<never, never> }
  /** Writes what is in the window over a file that was changed outside. */
  'project.overwrite': { args: Record<never, never>; result: SaveState }
  /** Sub-folders and project or API files of a folder, for hosts without a file dialog. */
  'project.list': { args: { folder?: string }; result: FolderListing }
  /** The whole design after an edit. Saving follows by itself. */
  'design.put': { args: { revision: number; design: Design }; result: { revision: number; diagnostics: Diagnostic[] } }
  /** Reads a document without keeping it; `base64` holds the file's bytes. */
  'import.read': {
    args: { fileName: string; base64: string; parameters?: Readonly<Record<string, string>> }
    result: ImportReport
  }
  /** The same of a file on this computer, with what it names of the files beside it; nothing outside of its folder is read. */
  'import.readPath': { args: { path: string; parameters?: Readonly<Record<string, string>> }; result: ImportReport }
  /** The open design in another format, as it stands. Nothing is written. */
  'export.preview': { args: ExportRequest; result: ExportPreview }
  /** How well the design, or these APIs and this stage of it, fits each format. */
  'export.formats': {
    args: { apiIds?: readonly string[]; stage?: string }
    result: { readonly formats: readonly FormatSummary[] }
  }
  /** Writes it: into `folder`, or where the person says in the system's dialog; null when that was cancelled. Kept as the last export. */
  'export.save': {
    args: ExportRequest & { folder?: string }
    result: { readonly paths: readonly string[]; readonly diagnostics: readonly Diagnostic[] } | null
  }
  /** The open design (before) beside a document of any format (after). */
  'design.compare': { args: { fileName: string; base64: string }; result: CompareAnswer }
  /** Runs a scenario of the open project, or of another design (a lesson). MAX when no speed is given. */
  'simulator.start': {
    args: { scenario: Scenario; design?: Design; speed?: PlaySpeed; isPaused?: boolean }
    result: { runId: string }
  }
  'simulator.cancel': { args: { runId: string }; result: Record<never, never> }
  'simulator.control': { args: { runId: string } & RunControl; result: Record<never, never> }
  /** The tables as they stood at a moment that the run has passed. Plays it again up to there. */
  'simulator.tablesAt': {
    args: { runId: string; atMs: number }
    result: {
      readonly totals: SnapshotTotals
      readonly routes: readonly SnapshotRow[]
      readonly apiKeys: readonly SnapshotRow[]
    }
  }
  /** The first `limit` (at most 1,000) requests of a run that match, and how many do. Plays it again. */
  'simulator.requests': {
    args: { runId: string; filter: RequestFilter; limit: number }
    result: { readonly requests: readonly ListedRequest[]; readonly matching: number }
  }
  /** Progress and end come as events. One sweep at a time; it does not disturb the run on screen. */
  'simulator.sweep': { args: { scenario: Scenario } & SweepRequest; result: { sweepId: string; runs: number } }
  'simulator.cancelSweep': { args: { sweepId: string }; result: Record<never, never> }
  'simulator.seek': { args: { scenario: Scenario } & SeekRequest; result: SeekAnswer }
  /** The finished run, or its scenario, as a file to take further. */
  'simulator.export': {
    args: { runId: string; format: 'CSV' | 'JSON' | 'HTML' | 'JUNIT' | 'K6' | 'ARTILLERY' }
    result: TextFile
  }
  /** A scenario as YAML text, and back: everything that is wrong with the text is in `diagnostics`. */
  'scenario.toText': { args: { scenario: Scenario }; result: { text: string } }
  'scenario.fromText': {
    args: { text: string }
    result: { scenario: Scenario | null; diagnostics: readonly Diagnostic[] }
  }
  /** Plays the run again up to one request, recording every decision about it. */
  'simulator.explain': { args: { runId: string; requestId: number }; result: SimulationExplanation }
  /** The finished run's exact figures, as the command line prints them. */
  'simulator.result': { args: { runId: string }; result: SimulationResult }
  /** The same traffic as each type of API. */
  'cost.compare': { args: TypedTraffic; result: TypeCosts }
  'throttle.preview': { args: ThrottlePreviewRequest; result: ThrottlePreview }
  /** One render of the playground. A template that fails is an answer, not an error. */
  'template.render': { args: TemplateRenderRequest; result: TemplateRenderAnswer }
  /** Plays the saved cases of these templates of the open project, or of all. */
  'template.runCases': { args: { templates?: readonly string[] }; result: { results: TemplateCaseResult[] } }
  /**
   * Throws `live/untrusted-folder` when the design binds functions and nobody has said yet that code of its folder may run;
   * `trustFolder` says so, once and for all.
   */
  /** `tls`: answer HTTPS and WSS too, on a port beside the plain one. */
  'gateway.start': { args: { port: number; tls?: boolean; trustFolder?: boolean }; result: GatewayState }
  'gateway.stop': { args: Record<never, never>; result: GatewayState }
  /** What stand-ins for AWS services recorded since the gateway was last started, newest first; `clear` empties it. */
  'gateway.records': { args: { clear?: boolean }; result: { records: readonly ServiceRecord[] } }
  /** Of one of the last 200 requests that a gateway answered here; empty for others, and where nothing is logged. */
  'gateway.executionLog': { args: { requestId: string }; result: { lines: readonly LogLine[] } }
  /** What is kept now, the oldest first. Throws `live/not-running`. */
  'gateway.caches': { args: Record<never, never>; result: GatewayCaches }
  /** Forgets the kept responses or authorizer results of every stage, or fills every throttle's bucket. Throws `live/not-running`. */
  'gateway.flush': { args: { what: FlushTarget }; result: Record<never, never> }
  /**
   * Sends a request to the running gateway. Whatever it answers is an answer. Throws `live/not-running`; `live/cannot-send` when the
   * request names what the design does not have, or cannot be written as HTTP; `live/no-answer` when nothing readable came back.
   */
  'try.send': { args: TryRequest; result: TryAnswer }
  /** Who is connected to the WebSocket APIs of the running gateway. Throws `live/not-running`, as do the others of `ws`. */
  'ws.connections': { args: Record<never, never>; result: { connections: readonly WebSocketConnection[] } }
  /** Connects as any client would. A refused handshake is an answer. Throws `live/cannot-send`, `live/no-answer`. */
  'ws.open': { args: WebSocketOpenRequest; result: WebSocketOpenAnswer }
  /** Throws `live/cannot-send` when the socket is closed, as `ws.close` does. What comes back are `gateway.frame` events. */
  'ws.send': { args: { socketId: string; text: string }; result: Record<never, never> }
  /** `isAbrupt`: without a close frame, as when its process is killed; code and reason are then of no use. */
  'ws.close': {
    args: { socketId: string; code?: number; reason?: string; isAbrupt?: boolean }
    result: Record<never, never>
  }
  /**
   * Posts to any connection through `@connections`, as a backend does. One that is closed is answered 410 where its API and stage are
   * named, and throws `live/cannot-send` where not.
   */
  'ws.push': {
    args: { connectionId: string; text: string; apiId?: string; stage?: string }
    result: ConnectionsAnswer
  }
  /** Ends any connection through `@connections`, as a backend does: answered 204, or 410 where it was closed already. */
  'ws.disconnect': { args: { connectionId: string; apiId: string; stage: string }; result: ConnectionsAnswer }
  /** Lets every connection age by so many seconds at once: idle and old ones end. */
  'ws.fastForward': { args: { seconds: number }; result: { closed: number } }
  /** Where a message would go, of the design as it stands. Throws `live/cannot-send` when it has no such WebSocket API. */
  'ws.routeOf': { args: { apiId: string; stage: string; text: string }; result: WebSocketRouteAnswer }
}

export type CommandName = keyof Commands
export type Args<Name extends CommandName> = Commands[Name]['args']
export type Result<Name extends CommandName> = Commands[Name]['result']
