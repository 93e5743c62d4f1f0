import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import { problemOfBasePath } from '@shared/design/v2-rules/domain-rule'
import type { ControlPlane } from '../control-plane'
import { idOf, mappingScope, moveId, nameOf } from '../ids'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { refuseTakenPath, refuseTarget } from '../rest/base-path-mappings'
import { findDomain, withDomain } from '../rest/domain-names'
import { badRequest, notFound } from '../service-error'

/** What paths of a domain lead to; the empty key catches everything else. Source: http-api.md 11.2. */
export const API_MAPPING_HANDLERS: OperationHandlers = {
  CreateApiMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domainName'))
    const mapping = checked(state, {
      basePath: input.text('apiMappingKey') || '(none)',
      apiId: input.needed('apiId'),
      stage: input.needed('stage'),
    })
    refuseTakenPath(domain, mapping.basePath)
    const basePathMappings = [...domain.basePathMappings, mapping]
    return { state: withDomain(state, { ...domain, basePathMappings }), output: record(state, domain, mapping) }
  },
  GetApiMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domainName'))
    return { state, output: record(state, domain, findMapping(state, domain, input)) }
  },
  GetApiMappings({ state, input }) {
    const domain = findDomain(state, input.needed('domainName'))
    return { state, output: { items: domain.basePathMappings.map((each) => record(state, domain, each)) } }
  },
  UpdateApiMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domainName'))
    const before = findMapping(state, domain, input)
    const key = input.text('apiMappingKey')
    const mapping = checked(state, {
      ...before,
      ...(key !== undefined && { basePath: key || '(none)' }),
      apiId: input.needed('apiId'),
      ...presentMembers({ stage: input.text('stage') }),
    })
    if (mapping.basePath !== before.basePath) refuseTakenPath(domain, mapping.basePath)
    const basePathMappings = domain.basePathMappings.map((each) => (each === before ? mapping : each))
    const moved = moveId(state, mappingScope(domain.domainName), before.basePath, mapping.basePath)
    return { state: withDomain(moved, { ...domain, basePathMappings }), output: record(moved, domain, mapping) }
  },
  DeleteApiMapping({ state, input }) {
    const domain = findDomain(state, input.needed('domainName'))
    const gone = findMapping(state, domain, input)
    const basePathMappings = domain.basePathMappings.filter((each) => each !== gone)
    return { state: withDomain(state, { ...domain, basePathMappings }) }
  },
}

function checked(state: ControlPlane, mapping: BasePathMapping): BasePathMapping {
  const problem = problemOfBasePath([], mapping.basePath)
  if (problem !== undefined) throw badRequest('Invalid API mapping key specified', problem)
  refuseTarget(state, mapping)
  return mapping
}

function findMapping(state: ControlPlane, domain: DomainName, input: OperationInput): BasePathMapping {
  const keys = domain.basePathMappings.map(({ basePath }) => basePath)
  const key = nameOf(state, mappingScope(domain.domainName), input.needed('apiMappingId'), keys)
  const mapping = domain.basePathMappings.find(({ basePath }) => basePath === key)
  if (mapping !== undefined) return mapping
  throw notFound(
    'Invalid API mapping identifier specified',
    `${domain.domainName} has the keys ${keys.join(', ') || 'none'}.`,
  )
}

function record(
  state: ControlPlane,
  { domainName }: DomainName,
  { basePath, apiId, stage }: BasePathMapping,
): JsonRecord {
  return {
    apiId,
    apiMappingId: idOf(state, mappingScope(domainName), basePath),
    apiMappingKey: basePath === '(none)' ? '' : basePath,
    ...presentMembers({ stage }),
  }
}
