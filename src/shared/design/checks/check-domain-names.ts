import type { Diagnostic } from '../../diagnostic'
import type { Design } from '../design'
import type { DomainName } from '../domain-name'
import { findApi } from '../route-key'
import { checkMutualTls } from './check-mutual-tls'
import { problem } from './problem'

/** Base path mappings lead to APIs and stages that exist, and mutual TLS is what it seems. */
export function checkDomainNames(design: Design): Diagnostic[] {
  return design.domainNames.flatMap((domain, index) => [
    ...checkMappings(design, domain, index),
    ...checkMutualTls(design, domain, index),
  ])
}

function checkMappings(
  design: Design,
  { domainName, basePathMappings }: DomainName,
  domainIndex: number,
): Diagnostic[] {
  return basePathMappings.flatMap(({ basePath, apiId, stage }, index) => {
    const at = ['domainNames', domainIndex, 'basePathMappings', index]
    const label = `Domain ${domainName}, base path ${basePath}`
    const api = findApi(design, apiId)
    if (!api) {
      const message = `${label}: API ${apiId} does not exist. Choose another or remove the mapping.`
      return [problem('design/mapping-target-unknown', [...at, 'apiId'], message)]
    }
    if (stage === undefined || Object.hasOwn(api.stages, stage)) return []
    const message = `${label}: ${api.name} has no stage ${stage}. Choose another or remove the mapping.`
    return [problem('design/mapping-target-unknown', [...at, 'stage'], message)]
  })
}
