import type { Integration } from '@shared/design/integration'
import type { Method, Verb } from '@shared/design/method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { deploy } from '@shared/design/edits/deploy'
import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { compile } from '../../../engine/compile/compile'
import { SILENT } from '../../../engine/effect'
import { VALID, type Facts } from '../../../engine/facts'
import { ABSENT } from '../../../engine/flight'
import type { MappingTools } from '../../../engine/mapping/mapping-tools'
import { parseQuery } from '../../../engine/mapping/query-string'
import { TemplateCache } from '../../../engine/mapping/template-cache'
import { BUFFER_CODEC } from '../../../live/buffer-codec'
import { newCall, type Call } from '../../../live/call'
import { routedStages } from '../../../live/live-routes'
import { defaultDomainName } from '../../../live/request/execute-api'
import { locateByPath } from '../../../live/request/locate-stage'

/** A request as cases write it. */
export interface CaseRequest {
  readonly method?: string
  /** Below the stage. */
  readonly path?: string
  /** With the stage, as in "/stage/proxy-value/?a=1". */
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | null
  readonly payloadBase64?: string
}

/** The API that a case describes; what is left out is plain. */
export interface CaseApi {
  /** By path and verb; every one may answer with any of the usual statuses. */
  readonly methods: Readonly<Record<string, { readonly [verb in Verb]?: Partial<Method> }>>
  readonly binaryMediaTypes?: readonly string[]
  readonly stage?: string
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly stageSettings?: Partial<Stage>
  /** The stage's canary answers. */
  readonly isCanary?: boolean
}

const API_ID = 'a1b2c3d4e5'
const STATUSES = Array.from({ length: 400 }, (_, index) => ({ statusCode: String(200 + index) }))

/** Nothing is asked of them: no pipeline runs. */
const NO_FACTS: Facts = {
  callerAddress: () => ABSENT,
  validity: () => VALID,
  resourcePolicyEffect: () => SILENT,
  authorizerPolicyEffect: () => SILENT,
}

/** What mapping needs in a case. */
export function caseTools(): MappingTools {
  return { templates: new TemplateCache(), codec: BUFFER_CODEC, now: () => 0 }
}

/** A call that has found its method. Throws when the case's request has no method. */
export function caseCall(api: CaseApi, request: CaseRequest): Call {
  const stageName = api.stage ?? (request.url === undefined ? 'test' : firstSegment(request.url))
  const design = designOf(api, stageName)
  const stages = [{ apiId: API_ID, stage: stageName }]
  const facts = { stages, definition: 'DEPLOYED', facts: NO_FACTS, epoch: 0, identitySlots: 1, cacheSlots: 1 } as const
  const { router, stage } = routedStages(design, compile(design, facts)).find(
    (routed) => (routed.stage.view.isCanary ?? false) === (api.isCanary ?? false),
  )!
  const [pathname, rawQuery] = split(request.url?.replace(/^\/+/, '/') ?? `/${stageName}${request.path ?? '/'}`)
  const location = locateByPath(`/${API_ID}${pathname}`)!
  const verb = request.method ?? 'GET'
  const match = router.match(verb, location.path)
  if (match === null) throw new Error(`the case has no method for ${verb} ${location.path}`)
  const queries = [rawQuery, queryOf(request.query ?? {})].filter((part) => part !== '').join('&')
  return newCall(
    {
      ids: { requestId: '6f1c9a2e-0000-4000-8000-1234567890ab', extendedRequestId: 'AbCdEfGhIjKlMnO=', traceId: TRACE },
      receivedAt: 1_767_225_600_000,
      verb,
      path: location.path,
      eventPath: location.eventPath,
      stagePath: location.stagePath,
      rawQuery: queries,
      query: parseQuery(queries),
      headers: Object.entries(request.headers ?? {}),
      body: Buffer.from(
        request.payloadBase64 ?? request.body ?? '',
        request.payloadBase64 === undefined ? 'utf8' : 'base64',
      ),
      sourceIp: '127.0.0.1',
      domainName: defaultDomainName(stage),
      sent: { url: request.url ?? '/', headers: [], body: Buffer.alloc(0) },
    },
    match.value,
    match.pathParameters,
  )
}

/** A case with one method. */
export function singleCall(
  resource: string,
  verb: string,
  integration: Partial<Integration>,
  request: CaseRequest,
  api: Omit<CaseApi, 'methods'> = {},
): Call {
  const whole: Integration = { type: 'MOCK', integrationResponses: [{ statusCode: '200' }], ...integration }
  return caseCall({ ...api, methods: { [resource]: { [verb]: { integration: whole } } } }, { method: verb, ...request })
}

const TRACE = 'Root=1-5759e988-bd862e3fe1be46a994272793'

function designOf({ methods, binaryMediaTypes, stageVariables, stageSettings }: CaseApi, stage: string) {
  const resources = Object.entries(methods).map(([path, verbs]) => [
    path,
    { methods: Object.fromEntries(Object.entries(verbs).map(([verb, method]) => [verb, methodOf(method)])) },
  ])
  const api: RestApi = {
    ...newRestApi('Cases'),
    id: API_ID,
    resources: Object.fromEntries(resources) as RestApi['resources'],
    deployments: [],
    stages: { [stage]: { methodSettings: {}, ...(stageVariables && { variables: stageVariables }), ...stageSettings } },
    ...(binaryMediaTypes && { binaryMediaTypes }),
  }
  const design = { ...emptyDesign('cases'), apis: [api] }
  return deploy(design, API_ID, stage, { id: 'dep001', createdDate: '2026-01-01T00:00:00Z' })
}

function methodOf(method: Partial<Method>): Method {
  return { authorizationType: 'NONE', apiKeyRequired: false, methodResponses: STATUSES, ...method }
}

function firstSegment(url: string): string {
  return /^\/*([^/?]+)/.exec(url)?.[1] ?? 'test'
}

function split(url: string): [string, string] {
  const mark = url.indexOf('?')
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
}

function queryOf(query: NonNullable<CaseRequest['query']>): string {
  return Object.entries(query)
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value].map(encodeURIComponent).join('=')))
    .join('&')
}
