import { GatewrightError } from '@shared/contract/errors'
import type { ServedUserPool } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import { startIdentityServer, type IdentityServer } from './identity-server'
import type { LocalIdentityProvider } from './local-identity-provider'
import { localPools } from './local-pool'

export interface PoolServerPorts {
  readonly provider: LocalIdentityProvider
  readonly log: (line: string) => void
}

/** Publishes the keys of a design's user pools while a gateway runs; listens only once the design has a pool. */
export class PoolServer {
  private readonly ports: PoolServerPorts
  private design: Design | null = null
  private server: IdentityServer | null = null
  private starting: Promise<void> | null = null

  constructor(ports: PoolServerPorts) {
    this.ports = ports
  }

  /**
   * Publish the pools of this design from now on, on the port beside the gateway's where that is free, and on any other where it is not
   * or the gateway's own was any. Without a port nothing is published, and the log says so.
   */
  async publish(design: Design, gatewayPort: number, isAnyPort: boolean): Promise<void> {
    this.design = design
    if (this.server !== null || localPools(design).length === 0) return
    this.starting ??= this.start(gatewayPort, isAnyPort).finally(() => (this.starting = null))
    await this.starting
  }

  private async start(gatewayPort: number, isAnyPort: boolean): Promise<void> {
    const { provider, log } = this.ports
    const startOn = (port: number): Promise<IdentityServer> =>
      startIdentityServer({ port, provider, pools: () => this.pools(), log })
    const isAny = isAnyPort || gatewayPort === 65_535
    const starting = isAny ? startOn(0) : startOn(gatewayPort + 1).catch((error: unknown) => elsewhere(error, startOn))
    this.server = await starting.catch((error: unknown) => {
      log(`The keys of the user pools are not published: ${String(error)}`)
      return null
    })
  }

  /** Every pool with where its keys are; empty while nothing is published. */
  served(): ServedUserPool[] {
    const { server } = this
    if (server === null) return []
    return this.pools().map(({ id, name, issuer }) => ({ id, name, issuer, url: server.issuerOf(id) }))
  }

  /** Ports that integrations may not call. */
  openPorts(): number[] {
    return this.server === null ? [] : [this.server.port]
  }

  async close(): Promise<void> {
    await this.starting
    const { server } = this
    this.server = null
    this.design = null
    await server?.close()
  }

  private pools(): ReturnType<typeof localPools> {
    return this.design === null ? [] : localPools(this.design)
  }
}

function elsewhere(error: unknown, startOn: (port: number) => Promise<IdentityServer>): Promise<IdentityServer> {
  if (error instanceof GatewrightError && error.code.startsWith('live/')) return startOn(0)
  throw error
}
