import type { FlushTarget, GatewayCaches } from '@shared/contract/try'
import type { Design } from '@shared/design/design'
import type { Runtime, StageRef } from '../engine/runtime'
import { ServedHttpApis } from './http-api/served-http-apis'
import { servedCore, type ServedCore, type ServedDesignPorts } from './served-core'
import { ServedRestApis } from './served-rest-apis'
import { listCaches } from './stores/list-caches'
import { ServedWebSocketApis } from './websocket-api/served-websocket-apis'

/**
 * A design being served: its compiled runtime, whose state begins fresh, and the host's half of that state. A changed design is a new one
 * of these; requests in progress end where they began.
 */
export class ServedDesign {
  readonly design: Design
  /** Whether there are APIs of other types than REST. */
  readonly hasOtherTypes: boolean
  readonly rest: ServedRestApis
  readonly http: ServedHttpApis
  readonly webSockets: ServedWebSocketApis
  private readonly core: ServedCore

  constructor(design: Design, stages: readonly StageRef[], ports: ServedDesignPorts) {
    this.design = design
    this.hasOtherTypes = design.apis.some(({ protocolType }) => protocolType !== 'REST')
    this.core = servedCore(design, stages, ports)
    this.rest = new ServedRestApis(this.core)
    this.http = new ServedHttpApis(this.core)
    this.webSockets = new ServedWebSocketApis(this.core)
  }

  caches(): GatewayCaches {
    const { runtime, ports } = this.core
    const results = [...this.rest.keptResults(), ...this.http.keptResults()]
    return listCaches(runtime, results, this.rest.stores.responses, ports.clock.now())
  }

  /** Requests in progress go on with what they found. */
  flush(what: FlushTarget): void {
    const { runtime } = this.core
    if (what === 'authorizer') runtime.authorizerResults.flush()
    else if (what === 'response') for (const cache of runtime.responses) cache.flush()
    else refillBuckets(runtime)
  }
}

/** Every throttle is as it was at the start; quotas stay counted. */
function refillBuckets(runtime: Runtime): void {
  const { usagePlanBuckets, planMethodBuckets, methodBuckets, accountBucket, connectionBucket } = runtime
  for (const buckets of [usagePlanBuckets, planMethodBuckets, methodBuckets, accountBucket, connectionBucket]) {
    buckets.refill()
  }
}
