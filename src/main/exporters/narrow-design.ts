import type { ExportRequest } from '@shared/contract/export'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { Stage } from '@shared/design/stage'
import { webAclNameOf } from '@shared/design/web-acl-arn'
import type { V2Stage } from '@shared/design/v2-api'

export type Scope = Pick<ExportRequest, 'apiIds' | 'stage'>

/**
 * A design with only the APIs and the stage that are asked for, and of the rest what has to do with them: plans and domains keep the
 * stages that are left and go without any, keys go with their plans, functions and web ACLs with those that name them. The same object
 * when all of it is asked for. Ids and stages that do not exist leave nothing; `scopeProblems` names them.
 */
export function narrowDesign(design: Design, { apiIds, stage }: Scope): Design {
  if (apiIds === undefined && stage === undefined) return design
  const kept = design.apis.filter(({ id }) => apiIds === undefined || apiIds.includes(id))
  const apis = kept.map((api) => (stage === undefined ? api : withStage(api, stage)))
  const isIn = (place: Place): boolean => isInScope(apis, place)
  const usagePlans = design.usagePlans
    .map((plan) => ({ ...plan, apiStages: plan.apiStages.filter(isIn) }))
    .filter(({ apiStages }) => apiStages.length > 0)
  const keyIds = new Set(usagePlans.flatMap((plan) => plan.keyIds))
  const domainNames = design.domainNames
    .map((domain) => ({ ...domain, basePathMappings: domain.basePathMappings.filter(isIn) }))
    .filter(({ basePathMappings }) => basePathMappings.length > 0)
  return {
    ...design,
    apis,
    usagePlans,
    apiKeys: design.apiKeys.filter(({ id }) => keyIds.has(id)),
    domainNames,
    ...(design.webAcls && { webAcls: design.webAcls.filter(({ name }) => aclNames(apis).has(name)) }),
    functions: usedFunctions(design, apis),
    ...narrowLocal(design, isIn),
  }
}

interface Place {
  readonly apiId: string
  readonly stage?: string
}

/** What names no stage belongs to all of them. */
function isInScope(apis: readonly Api[], { apiId, stage }: Place): boolean {
  const api = apis.find(({ id }) => id === apiId)
  return api !== undefined && (stage === undefined || Object.hasOwn(api.stages, stage))
}

function withStage<A extends Api>(api: A, stageName: string): A {
  const stages: Readonly<Record<string, Stage | V2Stage>> = api.stages
  const stage = Object.hasOwn(stages, stageName) ? stages[stageName] : undefined
  return { ...api, stages: stage === undefined ? {} : { [stageName]: stage } }
}

function aclNames(apis: readonly Api[]): ReadonlySet<string | undefined> {
  const stages = apis.flatMap((api) => (api.protocolType === 'REST' ? Object.values(api.stages) : []))
  return new Set(stages.map(({ webAclArn }) => webAclArn && webAclNameOf(webAclArn)))
}

/** By their names in ARNs, wherever in an API these stand. */
function usedFunctions({ functions }: Design, apis: readonly Api[]): Design['functions'] {
  const text = JSON.stringify(apis)
  const names = new Set([...text.matchAll(/:function:([\w-]+)/g)].map(([, name]) => name))
  return Object.fromEntries(Object.entries(functions).filter(([name]) => names.has(name)))
}

function narrowLocal(design: Design, isIn: (place: Place) => boolean): Partial<Design> {
  const { scenarios, templates, requests } = design
  const isOfNone = ([, { slot }]: [string, NonNullable<Design['templates']>[string]]) =>
    slot === undefined || isIn({ apiId: slot.apiId })
  return {
    scenarios: scenarios.filter(isIn),
    ...(templates && { templates: Object.fromEntries(Object.entries(templates).filter(isOfNone)) }),
    ...(requests && { requests: requests.filter(isIn) }),
  }
}
