import { definitionOf } from '@shared/design/definition-of'
import type { Design } from '@shared/design/design'
import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import { findApi } from '@shared/design/route-key'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { stageView } from '../engine/compile/stage-view'
import type { StageRef } from '../engine/runtime'

/** What a design has to serve, and what of it cannot be served and why, as lines for a person. */
export interface ServedStages {
  /** The design with a deployment for every API that has no stage. */
  readonly design: Design
  readonly stages: readonly StageRef[]
  readonly notServed: readonly string[]
}

/** Stage of an API that has none, unless a name is given. */
const DEFAULT_STAGE = 'prod'

/** Id of the deployment that an API without stages is given; no id that the service makes has this form. */
const LOCAL_DEPLOYMENT = 'local'

/**
 * The stages of every REST API that something is deployed to, and all stages of HTTP and WebSocket APIs, which answer with the API as it
 * stands; with `only`, the stages of that name alone. An API without stages is served as if it had just been deployed to `only`, or to
 * "prod"; an HTTP API to "$default".
 */
export function servedStages(design: Design, only: string | undefined): ServedStages {
  const notServed: string[] = []
  const stages: StageRef[] = []
  const apis = design.apis.map((api) => {
    if (api.protocolType !== 'REST') {
      const staged = withSomeStage(api, only)
      for (const stage of Object.keys(staged.stages)) {
        if (only === undefined || stage === only) stages.push({ apiId: api.id, stage })
      }
      return staged
    }
    const deployed = Object.keys(api.stages).length > 0 ? api : withStage(api, only ?? DEFAULT_STAGE)
    for (const [stage, { deploymentId }] of Object.entries(deployed.stages)) {
      if (only !== undefined && stage !== only) continue
      if (deployed.deployments.some(({ id }) => id === deploymentId)) stages.push({ apiId: api.id, stage })
      else notServed.push(`Stage "${stage}" of "${api.name}" is not served: nothing is deployed to it. ${DEPLOY}`)
    }
    return deployed
  })
  return { design: { ...design, apis }, stages, notServed }
}

const DEPLOY = 'Deploy the API to this stage first.'

function withSomeStage(api: HttpApi | WebSocketApi, only: string | undefined): HttpApi | WebSocketApi {
  if (Object.keys(api.stages).length > 0) return api
  if (api.protocolType === 'HTTP') return { ...api, stages: { [only ?? '$default']: { autoDeploy: true } } }
  return { ...api, stages: { [only ?? DEFAULT_STAGE]: {} } }
}

function withStage(api: RestApi, stage: string): RestApi {
  return {
    ...api,
    stages: { [stage]: { deploymentId: LOCAL_DEPLOYMENT, methodSettings: {} } },
    deployments: [{ id: LOCAL_DEPLOYMENT, createdDate: '', definition: definitionOf(api) }],
  }
}

/**
 * Everything about what is served that an answer can depend on, as text to compare: a change of anything else, such as an edit that is
 * not deployed yet, leaves buckets and caches alone.
 */
export function servedText({ design, stages }: ServedStages): string {
  const { name: _n, scenarios: _sc, requests: _rq, templates: _t, apis: _a, ...shared } = design
  const served = stages.map((ref) => {
    const view = stageView(design, ref, 'DEPLOYED')
    if (view === undefined) return [ref, findApi(design, ref.apiId)]
    const { api, settings, definition } = view
    const { resources: _r, models: _m, stages: _s, deployments: _d, ...rest } = api
    return [ref, rest, settings, definition]
  })
  return JSON.stringify([shared, served])
}
