import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import type { ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { PatchEntry } from '../patch/patch-operation'
import { invalidPath } from '../patch/patch-structure'
import { badRequest, conflict, notFound } from '../service-error'
import { findDomain, withDomain } from './domain-names'

/** What paths of a domain lead to. "(none)" is the path that catches everything else. */
export const BASE_PATH_HANDLERS: OperationHandlers = {
  CreateBasePathMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domain_name'))
    const mapping: BasePathMapping = {
      basePath: input.text('basePath') || '(none)',
      apiId: input.needed('restApiId'),
      ...presentMembers({ stage: input.text('stage') || undefined }),
    }
    refuseTarget(state, mapping)
    refuseTakenPath(domain, mapping.basePath)
    const basePathMappings = [...domain.basePathMappings, mapping]
    return { state: withDomain(state, { ...domain, basePathMappings }), output: record(mapping) }
  },
  GetBasePathMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domain_name'))
    return { state, output: record(findMapping(domain, input.needed('base_path'))) }
  },
  GetBasePathMappings({ state, input }) {
    const { basePathMappings } = findDomain(state, input.needed('domain_name'))
    return { state, output: { item: basePathMappings.map(record) } }
  },
  UpdateBasePathMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domain_name'))
    const before = findMapping(domain, input.needed('base_path'))
    const mapping = (input.list<PatchEntry>('patchOperations') ?? []).reduce(patchedMapping, before)
    refuseTarget(state, mapping)
    if (mapping.basePath !== before.basePath) refuseTakenPath(domain, mapping.basePath)
    const basePathMappings = domain.basePathMappings.map((each) => (each === before ? mapping : each))
    return { state: withDomain(state, { ...domain, basePathMappings }), output: record(mapping) }
  },
  DeleteBasePathMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domain_name'))
    const gone = findMapping(domain, input.needed('base_path'))
    const basePathMappings = domain.basePathMappings.filter((each) => each !== gone)
    return { state: withDomain(state, { ...domain, basePathMappings }) }
  },
}

function patchedMapping(mapping: BasePathMapping, { op, path = '', value = '' }: PatchEntry): BasePathMapping {
  if (path === '/basePath') return { ...mapping, basePath: value || '(none)' }
  if (path === '/restapiId' || path === '/restApiId') return { ...mapping, apiId: value }
  if (path !== '/stage') throw invalidPath(path, ['/basePath', '/restapiId', '/stage'])
  const { stage: _stage, ...rest } = mapping
  return op === 'remove' || value === '' ? rest : { ...rest, stage: value }
}

function findMapping({ basePathMappings, domainName }: DomainName, basePath: string): BasePathMapping {
  const mapping = basePathMappings.find((each) => each.basePath === basePath)
  if (mapping !== undefined) return mapping
  const paths = basePathMappings.map((each) => each.basePath).join(', ')
  throw notFound('Invalid base path mapping identifier specified', `${domainName} has ${paths || 'no mappings'}.`)
}

export function refuseTakenPath({ basePathMappings }: DomainName, basePath: string): void {
  if (basePathMappings.some((each) => each.basePath === basePath)) {
    throw conflict('Base path already exists for this domain name')
  }
}

/** A mapping leads to an API and a stage that are there. */
export function refuseTarget({ design }: ControlPlane, { apiId, stage }: BasePathMapping): void {
  const api = design.apis.find(({ id }) => id === apiId)
  if (api === undefined) {
    const last = design.apis.at(-1)
    throw badRequest(
      'Invalid REST API identifier specified',
      last && `Did you mean ${last.id}, the API "${last.name}"?`,
    )
  }
  if (stage === undefined || Object.hasOwn(api.stages, stage)) return
  const names = Object.keys(api.stages).join(', ')
  throw badRequest(
    'Invalid stage identifier specified',
    `"${api.name}" has ${names === '' ? 'no stage yet' : `the stages ${names}`}.`,
  )
}

function record({ basePath, apiId, stage }: BasePathMapping): JsonRecord {
  return { basePath, restApiId: apiId, ...presentMembers({ stage }) }
}
