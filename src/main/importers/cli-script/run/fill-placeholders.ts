import type { ControlPlane } from '../../../control-plane/control-plane'
import {
  authorizerScope,
  idOf,
  resourceScope,
  routeScope,
  validatorScope,
  type IdScope,
} from '../../../control-plane/ids'
import type { Operation } from '../../../control-plane/operations/operation'
import { resourcePaths } from '../../../control-plane/rest/resource-paths'
import type { Api } from '@shared/design/api'

type Values = Readonly<Record<string, unknown>>

/** Ids that nothing has, replaced by those that are meant. */
export interface FilledValues {
  readonly values: Values
  /** The members that were replaced, by the name of the wire, with what they are now: 'k3v9x0a2bq, the HTTP API "orders"'. */
  readonly replaced: ReadonlyMap<string, string>
}

interface Candidate {
  readonly id: string
  readonly label: string
}

/**
 * Puts the latest thing of its kind in the place of every id that nothing has: a script that was written down with `abc123` means what it
 * has just made. Nothing is guessed for a command that deletes.
 */
export function fillPlaceholders(
  state: ControlPlane,
  { members, name, service }: Operation,
  values: Values,
): FilledValues {
  const replaced = new Map<string, string>()
  if (/^(Delete|Untag)/.test(name)) return { values, replaced }
  let filled = values
  for (const member of members) {
    const given = filled[member.name]
    if (member.name === 'apiStages' && Array.isArray(given)) {
      const last = state.design.apis.findLast(({ protocolType }) => protocolType === 'REST')
      const isKnown = ({ apiId }: { apiId?: string }) => state.design.apis.some(({ id }) => id === apiId)
      const stages = given as readonly { apiId?: string }[]
      if (last === undefined || stages.every(isKnown)) continue
      filled = { ...filled, apiStages: stages.map((stage) => (isKnown(stage) ? stage : { ...stage, apiId: last.id })) }
      replaced.set(member.name, `apiId=${apiCandidate(last).label}`)
      continue
    }
    if (typeof given !== 'string') continue
    const known = candidates(state, service === 'apigateway', member.name, filled)
    const last = known?.at(-1)
    if (known === undefined || last === undefined) continue
    const isTarget = member.name === 'target'
    const bare = isTarget ? given.replace(/^integrations\//, '') : given
    if (known.some(({ id }) => id === bare)) continue
    filled = { ...filled, [member.name]: isTarget ? `integrations/${last.id}` : last.id }
    replaced.set(member.name, last.label)
  }
  return { values: filled, replaced }
}

/** Everything of the kind that a member names; undefined for members that name nothing. */
function candidates(state: ControlPlane, isRest: boolean, member: string, values: Values): Candidate[] | undefined {
  const { design } = state
  const apis = design.apis.filter((api) => (api.protocolType === 'REST') === isRest)
  switch (member) {
    case 'restapi_id':
    case 'apiId':
      return values['domainName'] === undefined ? apis.map(apiCandidate) : design.apis.map(apiCandidate)
    case 'restApiId':
      return design.apis.map(apiCandidate)
    case 'usageplanId':
      return design.usagePlans.map(({ id, name }) => ({ id, label: `${id}, the usage plan "${name}"` }))
    case 'keyId':
    case 'api_Key':
      return keys(state, values[member])
    default: {
      const api = apis.find(({ id }) => id === values[isRest ? 'restapi_id' : 'apiId'])
      return api && partsOf(state, api, member)
    }
  }
}

function apiCandidate({ id, protocolType, name }: Api): Candidate {
  return { id, label: `${id}, the ${protocolType} API "${name}"` }
}

/** A key whose value was given is the one that is meant. */
function keys({ design }: ControlPlane, given: unknown): Candidate[] {
  const label = (id: string, name: string) => ({ id, label: `${id}, the key "${name}"` })
  const byValue = design.apiKeys.find(({ value }) => value === given)
  const all = design.apiKeys.map(({ id, name }) => label(id, name))
  return byValue === undefined ? all : [...all, label(byValue.id, byValue.name)]
}

function partsOf(state: ControlPlane, api: Api, member: string): Candidate[] | undefined {
  const named = (scope: IdScope, names: readonly string[], word: string) =>
    names.map((name) => ({ id: idOf(state, scope, name), label: `${idOf(state, scope, name)}, ${word} ${name}` }))
  switch (member) {
    case 'authorizer_id':
    case 'authorizerId':
      return named(authorizerScope(api.id), Object.keys(api.authorizers), 'the authorizer')
    case 'resource_id':
    case 'parent_id': {
      const paths = api.protocolType === 'REST' ? resourcePaths(api) : []
      // A parent that is not known is most likely the root.
      const inOrder = member === 'parent_id' ? [...paths].reverse() : paths
      return named(resourceScope(api.id), inOrder, 'the resource')
    }
    case 'requestvalidator_id':
    case 'requestValidatorId':
      return api.protocolType === 'REST'
        ? named(validatorScope(api.id), Object.keys(api.requestValidators), 'the validator')
        : undefined
    case 'deployment_id':
    case 'deploymentId':
      return api.protocolType === 'REST'
        ? [...api.deployments].reverse().map(({ id }) => ({ id, label: `${id}, the newest deployment` }))
        : undefined
    case 'routeId':
      return api.protocolType === 'REST' ? undefined : named(routeScope(api.id), Object.keys(api.routes), 'the route')
    case 'integrationId':
    case 'target':
      return api.protocolType === 'REST'
        ? undefined
        : Object.entries(api.integrations).map(([id, { integrationType }]) => ({
            id,
            label: `${id}, the ${integrationType} integration`,
          }))
    default:
      return undefined
  }
}
