import { GatewrightError } from '@shared/contract/errors'
import type { ServedApi, ServedTls, ServedUserPool, TracedRequest } from '@shared/contract/gateway'
import type { ServiceRecord } from '@shared/contract/services'
import type { FlushTarget, GatewayCaches, LogLine, TryAnswer, TryRequest } from '@shared/contract/try'
import type { Design } from '@shared/design/design'
import type { RootKey } from '../engine/authorizers/iam-caller'
import type { StageRef } from '../engine/runtime'
import { knownCallers, type KnownCallers } from './callers/known-callers'
import { monotonicClock, type Clock } from './clock'
import { functionLogText, type FunctionLogLine } from './functions/function-log'
import { HandlerPool } from './functions/handler-pool'
import type { LocalApis } from './functions/local-apis'
import { localAws } from './functions/local-aws'
import type { LocalHosts } from './functions/local-hosts'
import { RecentLogs } from './execution-log/recent-logs'
import { createLocalIdentityProvider, type LocalIdentityProvider } from './identity/local-identity-provider'
import { memoryKeyStore } from './identity/pool-key-store'
import { PoolServer } from './identity/pool-server'
import { listen, type Listener } from './listener'
import { createUpgradeHandler } from './answer-upgrade'
import { createRequestHandler, type RequestHandlerPorts } from './request-handler'
import { webSocketDomain } from './request/api-place'
import { isLoopback, type HostNames } from './request/host-names'
import { ServedDesign } from './served-design'
import { servedApi } from './served-api'
import type { ReachedAt } from './served-domains'
import { createLocalServices, type LocalServices } from './services/local-services'
import { startServiceServer, type ServiceServer } from './services/service-server'
import type { RandomBytes } from './services/random'
import { ConnectionTable } from './websocket-api/connection-table'
import { localApisOf } from './websocket-api/local-apis-of'
import { memoryAuthorityStore, type AuthorityStore } from './tls/certificate-authority'
import { startSecureGateway, type SecureGateway } from './tls/secure-gateway'
import { servedStages, servedText, type ServedStages } from './served-stages'
import { CallerTickets, type RecordedRequest } from './try/caller-tickets'
import { cannotSend } from './try/cannot-send'
import { GatewaySockets } from './try/gateway-sockets'
import type { SocketPorts } from './try/own-sockets'
import { sendTry } from './try/send-try'
import { testInvokeDesign } from './try/test-invoke-design'

/** What a gateway is made of; each has a default but the first. */
export interface GatewayPorts {
  /** The built entry that handler processes run. */
  readonly handlerProcessUrl: URL
  readonly clock?: Clock
  /** Told in words of what cannot be served and of what failed behind the gateway. */
  readonly log?: (line: string) => void
  /** Takes the logs of all functions. Without it, `log` is told of what they print. */
  readonly functionLog?: (line: FunctionLogLine) => void
  /** Where bundles of TypeScript handlers are kept; a temporary folder when absent. */
  readonly cacheFolder?: string
  /** Further ports of this computer that belong to the program; integrations may not call them. */
  readonly ownPorts?: () => readonly number[]
  /**
   * Whether anybody asks later what became of a request: its steps, its execution log, what its templates saw. Without these records a
   * request costs less. True when absent.
   */
  readonly keepsRecords?: boolean
  /** From 0 up to but not including 1: which requests go to a canary. */
  readonly random?: () => number
  /** Of the ids that stand-ins for AWS services make. */
  readonly randomBytes?: RandomBytes
  /** Makes the tokens of local user pools; one whose keys live as long as the gateway when absent. */
  readonly identity?: LocalIdentityProvider
  /** Signs for the account itself; absent where the person gave none. */
  readonly rootKey?: RootKey | null
  /** Where the authority is kept that signs for this computer; one that lives as long as the gateway when absent. */
  readonly authorityStore?: AuthorityStore
}

export interface StartOptions {
  /** 0 picks a free one. */
  readonly port: number
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

/** A gateway that answers. */
export interface RunningState {
  readonly state: 'running'
  readonly port: number
  readonly apis: readonly ServedApi[]
  /** Absent when the design has none. */
  readonly userPools?: readonly ServedUserPool[]
  /** Absent where only plain HTTP is answered. */
  readonly tls?: ServedTls
}

interface Running {
  readonly options: StartOptions
  readonly listener: Listener
  readonly secure: SecureGateway | null
  readonly pool: HandlerPool
  readonly tickets: CallerTickets
  /** The newest, of which only a part may be deployed. */
  design: Design
  served: ServedDesign
  stages: readonly StageRef[]
  /** `servedText` of it. */
  text: string
  /** What test invokes run on, made when the first one comes. */
  servedToTests: ServedDesign | null
}

/**
 * Serves the APIs of a design on one port: every deployed stage below `/{apiId}/{stage}`, the `$default` stage of an HTTP API below
 * `/{apiId}`, and all at the base paths of their custom domains. The same design gives the same paths on every start.
 */
export function createGateway(ports: GatewayPorts): LiveGateway {
  return new LiveGateway(ports)
}

export class LiveGateway {
  private readonly handlerProcessUrl: URL
  private readonly clock: Clock
  private readonly log: (line: string) => void
  private readonly functionLog: (line: FunctionLogLine) => void
  private readonly cacheFolder: string | null
  private readonly otherPorts: () => readonly number[]
  private readonly keepsRecords: boolean
  private readonly random: () => number
  private readonly identity: LocalIdentityProvider
  private readonly callers: KnownCallers
  private readonly pools: PoolServer
  private readonly randomBytes: RandomBytes | undefined
  private readonly authorityStore: AuthorityStore
  private readonly listeners: ((request: TracedRequest) => void)[] = []
  private readonly logs = new RecentLogs()
  private readonly connections: ConnectionTable
  /** Open connections to WebSocket APIs. */
  readonly webSockets: GatewaySockets
  private running: Running | null = null
  /** Of the last start; what they recorded can be read when the gateway has been stopped. */
  private services: LocalServices | null = null
  private serviceServer: Promise<ServiceServer> | null = null
  private servicePorts: readonly number[] = []

  constructor(ports: GatewayPorts) {
    const { handlerProcessUrl, clock, log, functionLog, cacheFolder, ownPorts } = ports
    const { random, randomBytes, identity, rootKey, authorityStore } = ports
    this.authorityStore = authorityStore ?? memoryAuthorityStore('ca.pem')
    this.handlerProcessUrl = handlerProcessUrl
    this.clock = clock ?? monotonicClock()
    this.log = log ?? (() => undefined)
    this.functionLog = functionLog ?? ((line) => line.from === 'function' && this.log(functionLogText(line)))
    this.cacheFolder = cacheFolder ?? null
    this.otherPorts = ownPorts ?? (() => [])
    this.keepsRecords = ports.keepsRecords ?? true
    this.connections = new ConnectionTable(this.clock, this.keepsRecords)
    this.webSockets = new GatewaySockets(this.connections, (consequence) => this.reached(consequence))
    this.random = random ?? Math.random
    this.randomBytes = randomBytes
    this.identity = identity ?? createLocalIdentityProvider({ store: memoryKeyStore() })
    this.callers = knownCallers(this.identity, this.clock, rootKey ?? null)
    this.pools = new PoolServer({ provider: this.identity, log: (line) => this.log(line) })
  }

  /**
   * Resolves once requests are answered. A gateway that runs already is stopped first.
   * Errors: `live/nothing-to-serve`, `live/port-in-use`, `live/no-permission-for-port`.
   */
  async start(design: Design, options: StartOptions): Promise<RunningState> {
    const what = servedStages(design, options.stage)
    if (what.stages.length === 0) throw nothingToServe(design, what, options.stage)
    this.sayNotServed(what)
    await this.stop()
    if (!isLoopback(options.host)) this.log(`The gateway listens on ${options.host}: other computers can reach it.`)
    const pool = new HandlerPool({
      handlerProcessUrl: this.handlerProcessUrl,
      folder: options.folder,
      handlersAnywhere: options.handlersAnywhere ?? false,
      cacheFolder: this.cacheFolder,
      region: design.region,
      log: this.functionLog,
      localApis: () => this.localApis(),
      localAws: () => this.localAws(pool, design),
    })
    this.services = createLocalServices(options.folder, this.randomBytes)
    const served = this.serve(what, pool)
    this.connections.serveWith(served.webSockets)
    const tickets = new CallerTickets()
    const handling = {
      clock: this.clock,
      served: () => this.running?.served ?? served,
      servedToTests: () => this.servedToTests() ?? served,
      hostNames: () => this.hostNames(options),
      random: this.random,
      keepsRecords: this.keepsRecords,
      onRequest: (record: RecordedRequest) => this.tell(record),
      tickets,
      log: this.log,
    }
    const onUpgrade = createUpgradeHandler(handling)
    const handler = createRequestHandler(handling)
    const listener = await listen(options.host, options.port, handler, { onUpgrade }).catch((error: unknown) => {
      pool.stop()
      throw error
    })
    const secure = await this.startSecure(design, options, listener.port, handling).catch(async (error: unknown) => {
      pool.stop()
      await listener.close()
      throw error
    })
    const running = { options, listener, secure, pool, tickets, design, served, stages: what.stages }
    this.running = { ...running, text: servedText(what), servedToTests: null }
    await this.pools.publish(design, listener.port, options.port === 0)
    const userPools = this.pools.served()
    const tls = secure?.served
    const apis = apisOf(what, { host: reachableHost(options.host), port: listener.port, ...(tls && { tls }) })
    const more = { ...(userPools.length > 0 && { userPools }), ...(tls && { tls }) }
    return { state: 'running', port: listener.port, apis, ...more }
  }

  /**
   * Serve a changed design on the same port. When anything that is served has changed, state begins anew: buckets are full, caches empty and quotas unused; requests in progress
   * end with the design that they began with. One so broken that it cannot be compiled leaves the design before it in place.
   */
  update(design: Design): void {
    const { running } = this
    if (running === null) return
    running.design = design
    running.servedToTests = null
    void this.pools.publish(design, running.listener.port, running.options.port === 0)
    void running.secure?.update(design)
    try {
      const what = servedStages(design, running.options.stage)
      const text = servedText(what)
      if (text === running.text) return
      this.sayNotServed(what)
      running.served = this.serve(what, running.pool)
      this.connections.serveWith(running.served.webSockets)
      running.stages = what.stages
      running.text = text
    } catch (error) {
      this.log(`The changed design cannot be served; the one before it still is. ${String(error)}`)
    }
  }

  /** Ends every connection and every handler. */
  async stop(): Promise<void> {
    const { running } = this
    this.running = null
    running?.pool.stop()
    this.webSockets.closeAll()
    const closed = [running?.listener.close(), running?.secure?.close(), this.pools.close(), this.closeServiceServer()]
    await Promise.all(closed)
  }

  onRequest(listener: (request: TracedRequest) => void): void {
    this.listeners.push(listener)
  }

  /** Sends a request to itself, as any client would. Errors: `live/not-running`, `live/cannot-send`, `live/no-answer`. */
  async send(request: TryRequest): Promise<Omit<TryAnswer, 'curl' | 'skippedSteps'>> {
    const { design, options, listener, tickets } = this.mustRun('The request was not sent')
    if (request.isTestInvoke) this.refuseUntestable()
    return sendTry(
      {
        design,
        host: reachableHost(options.host),
        port: listener.port,
        tickets,
        identity: this.identity,
        wall: () => this.clock.wall(),
      },
      request,
    )
  }

  /** What stand-ins for AWS services recorded since the last start, newest first; `clear` empties it. */
  records(clear: boolean): readonly ServiceRecord[] {
    if (clear) this.services?.records.clear()
    return this.services?.records.list() ?? []
  }

  /** Errors: `live/not-running`. */
  caches(): GatewayCaches {
    return this.mustRun('Nothing is kept').served.caches()
  }

  /** Errors: `live/not-running`. */
  flush(what: FlushTarget): void {
    this.mustRun('There is nothing to flush or to refill').served.flush(what)
  }

  /** Of one of the last requests; empty when it is not remembered, or nothing was logged of it. */
  executionLog(requestId: string): readonly LogLine[] {
    return this.logs.of(requestId)
  }

  private reached(consequence: string): SocketPorts {
    const { design, options, listener, tickets } = this.mustRun(consequence)
    const { clock } = this
    const at = { host: reachableHost(options.host), port: listener.port }
    return { design, ...at, tickets, identity: this.identity, wall: () => clock.wall(), now: () => clock.now() }
  }

  private mustRun(consequence: string): Running {
    if (this.running !== null) return this.running
    throw new GatewrightError('live/not-running', `${consequence}: the gateway is stopped. Start it, then try again.`)
  }

  /** What cannot be compiled is said to who asks, not to a request. */
  private refuseUntestable(): void {
    try {
      this.servedToTests()
    } catch (error) {
      throw cannotSend(`the design as it is now cannot be run. ${String(error)} Correct it, or undo the last change.`)
    }
  }

  private tell({ traced, executionLog }: RecordedRequest): void {
    this.logs.add(traced.requestId, executionLog)
    for (const listener of this.listeners) listener(traced)
  }

  private servedToTests(): ServedDesign | null {
    const { running } = this
    if (running === null) return null
    const what = (): ServedStages => servedStages(testInvokeDesign(running.design), running.options.stage)
    running.servedToTests ??= this.serve(what(), running.pool)
    return running.servedToTests
  }

  private sayNotServed({ notServed }: ServedStages): void {
    for (const line of notServed) this.log(line)
  }

  private serve({ design, stages }: ServedStages, pool: HandlerPool): ServedDesign {
    const { clock, log } = this
    const services = this.services!
    const ownPorts = (): number[] => this.ownPorts()
    const { callers, connections, keepsRecords } = this
    return new ServedDesign(design, stages, {
      clock,
      log,
      pool,
      services,
      callers,
      connections,
      ownPorts,
      keepsRecords,
    })
  }

  /** Started by the first function that is called: most gateways have no need of it. */
  private async localAws(pool: HandlerPool, design: Design): Promise<LocalHosts> {
    const { log, services } = this
    this.serviceServer ??= startServiceServer({
      services: services!,
      design: () => this.running?.served.design ?? design,
      pool,
      wall: () => this.clock.wall(),
      log,
    })
    const server = await this.serviceServer
    this.servicePorts = [server.port]
    return localAws(design.region, server)
  }

  private async closeServiceServer(): Promise<void> {
    const server = await this.serviceServer
    this.serviceServer = null
    this.servicePorts = []
    await server?.close()
  }

  private localApis(): LocalApis | null {
    const { running } = this
    if (running === null) return null
    const { listener, options, served, stages } = running
    return localApisOf(served.design, stages, reachableHost(options.host), listener.port)
  }

  private ownPorts(): number[] {
    const { running } = this
    const own = running === null ? [] : [running.listener.port, ...(running.secure ? [running.secure.served.port] : [])]
    return [...own, ...this.servicePorts, ...this.pools.openPorts(), ...this.otherPorts()]
  }

  /** The same answers over TLS, where that is wanted. */
  private async startSecure(
    design: Design,
    options: StartOptions,
    plainPort: number,
    handling: RequestHandlerPorts,
  ): Promise<SecureGateway | null> {
    if (options.tls === undefined) return null
    const { authorityStore: store, clock, log } = this
    const { folder, host } = options
    const ports = { store, wall: () => clock.wall(), folder, log, domainsOf }
    let port = 0
    const hostNames = (): HostNames => ({ ...this.hostNames(options), port, usualPort: 443 })
    const overTls = { ...handling, hostNames }
    const onUpgrade = createUpgradeHandler(overTls)
    const address = { host, port: options.tls.port, plainPort, onUpgrade }
    const secure = await startSecureGateway(ports, design, createRequestHandler(overTls), address)
    port = secure.served.port
    return secure
  }

  private hostNames({ host }: StartOptions): HostNames {
    const design = this.running?.served.design
    const customDomains = design === undefined ? [] : domainsOf(design)
    return { boundTo: host, port: this.running?.listener.port ?? 0, customDomains }
  }
}

/** Names that lead here beside the gateway's own: custom domains, and those of WebSocket APIs. */
function domainsOf(design: Design): string[] {
  const ofApis = design.apis.map(({ id }) => webSocketDomain(design, id)).filter((name) => name !== undefined)
  return [...design.domainNames.map(({ domainName }) => domainName), ...ofApis]
}

function nothingToServe(design: Design, { notServed }: ServedStages, stage: string | undefined): GatewrightError {
  const missing = design.apis.length === 0 ? 'It has no API.' : `No API has a stage named "${stage}".`
  const why = notServed.length === 0 ? missing : notServed.join(' ')
  return new GatewrightError('live/nothing-to-serve', `"${design.name}" has nothing that can be served. ${why}`)
}

function apisOf({ design, stages }: ServedStages, at: ReachedAt): ServedApi[] {
  return stages.map((ref) => servedApi(design, ref, at))
}

/** Where a gateway is reached from this computer that was bound to an address. */
function reachableHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
}
