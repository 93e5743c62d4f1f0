import type { Diagnostic } from '../../diagnostic'
import type { Design } from '../design'
import { problem, type Path } from './problem'

/** Ids of APIs, usage plans, API keys and deployments are unique, or references would be to either. */
export function checkIds(design: Design): Diagnostic[] {
  return [
    ...checkUnique('API', ['apis'], design.apis),
    ...checkUnique('usage plan', ['usagePlans'], design.usagePlans),
    ...checkUnique('API key', ['apiKeys'], design.apiKeys),
    ...design.apis.flatMap((api, index) =>
      api.protocolType === 'REST' ? checkUnique('deployment', ['apis', index, 'deployments'], api.deployments) : [],
    ),
  ]
}

function checkUnique(label: string, at: Path, items: readonly { readonly id: string }[]): Diagnostic[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = `Id ${id} belongs to more than one ${label}. Give each ${label} an id of its own.`
    return [problem('design/id-duplicate', [...at, index, 'id'], message)]
  })
}
