import type { Assumptions } from '@shared/design/assumptions'
import type { ApiKey } from '@shared/design/api-key'
import type { Authorizer } from '@shared/design/authorizer'
import type { Design, ThrottleSettings } from '@shared/design/design'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RequestValidator } from '@shared/design/request-validator'
import type { Resource, RestApi } from '@shared/design/rest-api'
import { splitRouteKey } from '@shared/design/route-key'
import type { Stage } from '@shared/design/stage'
import { STEP_NAMES, type StepName } from '@shared/step-name'
import type { UsagePlan } from '@shared/design/usage-plan'
import type { WebAcl } from '@shared/design/web-acl'
import { webAclArn } from '@shared/design/web-acl-arn'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'
import { compile, routeIndex, type CompileOptions } from '../compile/compile'
import { ALLOW, SILENT, type AuthorizerEffect, type PolicyEffect } from '../effect'
import { VALID, type Facts, type Validity } from '../facts'
import { ABSENT, NO_CACHE_CONTROL, type Flight } from '../flight'
import { INTEGRATED, type Outcome } from '../outcome'
import type { Runtime } from '../runtime'
import { TraceRecorder } from '../trace/trace-recorder'
import { CALL_AUTHORIZER, CONTINUE, RESPOND } from '../verdict'
import { advance, authorized, begin, integrated } from './advance'

/** What a test says about its gateway; everything else is as `newRestApi` has it. One stage, "prod". */
export interface SmallGateway {
  /** By routeKey, over a method that asks for nothing and answers by itself. */
  readonly routes?: Readonly<Record<string, Partial<Method>>>
  readonly settings?: Stage['methodSettings']
  readonly stage?: Partial<Stage>
  readonly api?: Partial<RestApi>
  readonly authorizers?: Readonly<Record<string, Authorizer>>
  readonly validators?: Readonly<Record<string, RequestValidator>>
  /** The first plan covers prod and every key. */
  readonly plan?: Partial<UsagePlan>
  readonly apiKeys?: readonly ApiKey[]
  readonly account?: ThrottleSettings
  /** prod is behind it. */
  readonly webAcl?: WebAcl
  readonly assumptions?: Partial<Assumptions>
}

export const API_ID = 'smallapi01'
export const PROD = { apiId: API_ID, stage: 'prod' }

/** Two keys, "first" and "second". */
export const TWO_KEYS: readonly ApiKey[] = ['first', 'second'].map((name, at) => ({
  id: `key${at}`,
  name,
  enabled: true,
  value: `${name}-00000000000000000000`,
}))

export function smallDesign(parts: SmallGateway): Design {
  const apiKeys = parts.apiKeys ?? TWO_KEYS
  const plan: UsagePlan = {
    id: 'plan01',
    name: 'Basic',
    apiStages: [PROD],
    keyIds: apiKeys.map(({ id }) => id),
    ...parts.plan,
  }
  const base = emptyDesign('small')
  return {
    ...base,
    account: { throttleSettings: parts.account ?? { rateLimit: 10_000, burstLimit: 5000 } },
    apis: [smallApi(parts, parts.webAcl && webAclArn(base, parts.webAcl.name))],
    apiKeys,
    usagePlans: parts.plan === undefined ? [] : [plan],
    ...(parts.webAcl && { webAcls: [parts.webAcl] }),
    ...(parts.assumptions === undefined ? {} : { assumptions: parts.assumptions }),
  }
}

function smallApi(parts: SmallGateway, aclArn: string | undefined): RestApi {
  const resources: Record<string, Resource> = {}
  for (const [routeKey, method] of Object.entries(parts.routes ?? { 'GET /things': {} })) {
    const { verb, path } = splitRouteKey(routeKey)
    resources[path] = { methods: { ...resources[path]?.methods, [verb]: { ...mockMethod(), ...method } } }
  }
  return {
    ...newRestApi('Small'),
    id: API_ID,
    resources,
    authorizers: parts.authorizers ?? {},
    requestValidators: parts.validators ?? {},
    stages: {
      prod: { methodSettings: parts.settings ?? {}, ...(aclArn && { webAclArn: aclArn }), ...parts.stage },
    },
    ...parts.api,
  }
}

/** Answers what a test says. */
export class StatedFacts implements Facts {
  address = 0
  said: Validity = VALID
  policy: PolicyEffect = SILENT
  stored: PolicyEffect = ALLOW
  storedAsked = 0

  callerAddress(): number {
    return this.address
  }

  validity(): Validity {
    return this.said
  }

  resourcePolicyEffect(): PolicyEffect {
    return this.policy
  }

  authorizerPolicyEffect(): PolicyEffect {
    this.storedAsked++
    return this.stored
  }
}

/** What a request brings; the rest is absent. */
export interface Arrival {
  readonly route?: string
  readonly stage?: string
  readonly identity?: number
  /** By name; a number stands for itself. */
  readonly apiKey?: string | number
  readonly cacheSlot?: number
  readonly cacheControl?: number
  /** To the canary of the stage. */
  readonly isCanary?: boolean
  /** 192.0.2.1 when absent. */
  readonly sourceIp?: string
}

/** What happened last to a request. */
export type Answer = OutcomeName | 'calls the authorizer' | 'calls the integration'

/** A compiled gateway that a test talks to in words. */
export class Play {
  readonly facts = new StatedFacts()
  readonly runtime: Runtime
  readonly recorder = new TraceRecorder()
  last: Flight | null = null
  private readonly addresses: string[] = []
  private requests = 0

  constructor(design: Design, options: Partial<CompileOptions> = {}) {
    this.runtime = compile(design, {
      stages: [PROD],
      definition: 'CURRENT',
      facts: this.facts,
      epoch: 0,
      identitySlots: 8,
      cacheSlots: 8,
      addressSlots: 8,
      trace: this.recorder,
      ...options,
    })
  }

  /** The steps of a route, in order. */
  steps(routeKey: string, stage = 'prod'): StepName[] {
    const { plan, entry } = this.runtime
    const route = routeIndex(this.runtime, { apiId: API_ID, stage }, routeKey)
    return Array.from(plan.subarray(entry[route], entry[route + 1]), (code) => STEP_NAMES[code]!)
  }

  send(arrival: Arrival, now: number): Answer {
    const flight = this.runtime.flights.open()
    const { apiKey = ABSENT, route = this.runtime.names.routes[0]!.routeKey, stage = 'prod' } = arrival
    flight.id = ++this.requests
    flight.route = arrival.isCanary
      ? this.runtime.names.routes.findIndex((one) => one.isCanary && one.stage === stage && one.routeKey === route)
      : routeIndex(this.runtime, { apiId: API_ID, stage }, route)
    flight.identity = arrival.identity ?? ABSENT
    flight.apiKey =
      typeof apiKey === 'number' ? apiKey : this.runtime.names.apiKeys.findIndex(({ name }) => name === apiKey)
    flight.cacheSlot = arrival.cacheSlot ?? ABSENT
    flight.cacheControl = arrival.cacheControl ?? NO_CACHE_CONTROL
    this.facts.address = this.addressOf(arrival.sourceIp ?? '192.0.2.1')
    begin(this.runtime, flight, now)
    return this.told(flight, advance(this.runtime, flight, now))
  }

  /** The authorizer's answer to the last request. */
  authorizerSays(effect: AuthorizerEffect, now: number, namedApiKey = ABSENT): Answer {
    return this.told(this.last!, authorized(this.runtime, this.last!, effect, namedApiKey, now))
  }

  /** The backend's answer to the last request. */
  backendSays(outcome: Outcome, now: number, bytes = 100): Answer {
    return this.told(this.last!, integrated(this.runtime, this.last!, outcome, bytes, now))
  }

  /** Send a request whose backend answers at once. */
  serve(arrival: Arrival, now: number, bytes = 100): Answer {
    const answer = this.send(arrival, now)
    return answer === 'calls the integration' ? this.backendSays(INTEGRATED, now, bytes) : answer
  }

  /** The trace of the last request. */
  trace() {
    return this.recorder.take(this.last!.id)
  }

  private addressOf(sourceIp: string): number {
    const known = this.addresses.indexOf(sourceIp)
    if (known !== -1) return known
    const slot = this.addresses.push(sourceIp) - 1
    this.runtime.webAcls.learn(slot, sourceIp)
    return slot
  }

  private told(flight: Flight, verdict: number): Answer {
    this.last = flight
    if (verdict === CONTINUE) throw new Error('a host is never told to continue')
    if (verdict === RESPOND) {
      this.runtime.flights.close(flight)
      return OUTCOMES[flight.outcome]!
    }
    return verdict === CALL_AUTHORIZER ? 'calls the authorizer' : 'calls the integration'
  }
}

/** A TOKEN authorizer named "tokens", asked by a method with `AUTHORIZED`. */
export const TOKENS: Readonly<Record<string, Authorizer>> = {
  tokens: { type: 'TOKEN', identitySource: 'method.request.header.Authorization', authorizerResultTtlInSeconds: 300 },
}
export const AUTHORIZED: Partial<Method> = { authorizationType: 'CUSTOM', authorizerId: 'tokens' }

/** A resource policy; what it holds of a request is what the stated facts say. */
export const SOME_POLICY: NonNullable<RestApi['policy']> = { Version: '2012-10-17', Statement: [] }
