import { GatewrightError } from '@shared/contract/errors'
import type { ServedApi, TracedRequest } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import { monotonicClock, type Clock } from './clock'
import { HandlerPool } from './functions/handler-pool'
import { listen, type Listener } from './listener'
import { createRequestHandler } from './request-handler'
import { isLoopback, type HostNames } from './request/host-names'
import { ServedDesign } from './served-design'
import { servedStages, servedText, type ServedStages } from './served-stages'

/** What a gateway is made of; each has a default but the first. */
export interface GatewayPorts {
  /** The built entry that handler processes run. */
  readonly handlerProcessUrl: URL
  readonly clock?: Clock
  /** Told in words of what cannot be served, of what failed behind the gateway, and of what handlers print. */
  readonly log?: (line: string) => void
  /** Further ports of this computer that belong to the program; integrations may not call them. */
  readonly ownPorts?: () => readonly number[]
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
}

/** A gateway that answers. */
export interface RunningState {
  readonly state: 'running'
  readonly port: number
  readonly apis: readonly ServedApi[]
}

interface Running {
  readonly options: StartOptions
  readonly listener: Listener
  readonly pool: HandlerPool
  served: ServedDesign
  /** `servedText` of it. */
  text: string
}

/**
 * Serves the REST APIs of a design on one port: every deployed stage below `/{apiId}/{stage}`, and at `/` of its custom domains. The
 * same design gives the same paths on every start.
 */
export function createGateway(ports: GatewayPorts): LiveGateway {
  return new LiveGateway(ports)
}

export class LiveGateway {
  private readonly handlerProcessUrl: URL
  private readonly clock: Clock
  private readonly log: (line: string) => void
  private readonly otherPorts: () => readonly number[]
  private readonly listeners: ((request: TracedRequest) => void)[] = []
  private running: Running | null = null

  constructor({ handlerProcessUrl, clock, log, ownPorts }: GatewayPorts) {
    this.handlerProcessUrl = handlerProcessUrl
    this.clock = clock ?? monotonicClock()
    this.log = log ?? (() => undefined)
    this.otherPorts = ownPorts ?? (() => [])
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
      region: design.region,
      log: this.log,
    })
    const served = this.serve(what, pool)
    const handler = createRequestHandler({
      clock: this.clock,
      served: () => this.running?.served ?? served,
      hostNames: () => this.hostNames(options),
      onRequest: (request) => this.listeners.forEach((listener) => listener(request)),
      log: this.log,
    })
    const listener = await listen(options.host, options.port, handler).catch((error: unknown) => {
      pool.stop()
      throw error
    })
    this.running = { options, listener, pool, served, text: servedText(what) }
    return { state: 'running', port: listener.port, apis: apisOf(what, options.host, listener.port) }
  }

  /**
   * Serve a changed design on the same port. When anything that is served has changed, state begins anew: buckets are full, caches empty and quotas unused; requests in progress
   * end with the design that they began with. One so broken that it cannot be compiled leaves the design before it in place.
   */
  update(design: Design): void {
    const { running } = this
    if (running === null) return
    try {
      const what = servedStages(design, running.options.stage)
      const text = servedText(what)
      if (text === running.text) return
      this.sayNotServed(what)
      running.served = this.serve(what, running.pool)
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
    await running?.listener.close()
  }

  onRequest(listener: (request: TracedRequest) => void): void {
    this.listeners.push(listener)
  }

  private sayNotServed({ notServed }: ServedStages): void {
    for (const line of notServed) this.log(line)
  }

  private serve({ design, stages }: ServedStages, pool: HandlerPool): ServedDesign {
    const { clock, log } = this
    return new ServedDesign(design, stages, { clock, log, pool, ownPorts: () => this.ownPorts() })
  }

  private ownPorts(): number[] {
    return [...(this.running === null ? [] : [this.running.listener.port]), ...this.otherPorts()]
  }

  private hostNames({ host }: StartOptions): HostNames {
    const customDomains = this.running?.served.design.domainNames.map(({ domainName }) => domainName) ?? []
    return { boundTo: host, port: this.running?.listener.port ?? 0, customDomains }
  }
}

function nothingToServe(design: Design, { notServed }: ServedStages, stage: string | undefined): GatewrightError {
  const missing = design.apis.length === 0 ? 'It has no API.' : `No API has a stage named "${stage}".`
  const why = notServed.length === 0 ? missing : notServed.join(' ')
  return new GatewrightError('live/nothing-to-serve', `"${design.name}" has nothing that can be served. ${why}`)
}

function apisOf({ design, stages }: ServedStages, host: string, port: number): ServedApi[] {
  return stages.map(({ apiId, stage }) => ({
    name: findApi(design, apiId)!.name,
    protocolType: 'REST',
    stage,
    url: `http://${reachableName(host)}:${port}/${apiId}/${stage}`,
  }))
}

/** What stands in a URL for an address that was bound to. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
