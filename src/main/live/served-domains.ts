import type { ServedDomain } from '@shared/contract/gateway'
import type { BasePathMapping } from '@shared/design/domain-name'
import type { Design } from '@shared/design/design'
import type { StageRef } from '../engine/runtime'

/** The custom domains that lead to a stage, each base path once; `host` and `port` are where the gateway is reached. */
export function servedDomains(
  { domainNames }: Pick<Design, 'domainNames'>,
  { apiId, stage }: StageRef,
  host: string,
  port: number,
): ServedDomain[] {
  return domainNames.flatMap(({ domainName, basePathMappings }) =>
    basePathMappings
      .filter((mapping) => mapping.apiId === apiId && (mapping.stage ?? stage) === stage)
      .map((mapping) => {
        const url = `http://${domainName}:${port}${pathOf(mapping, stage)}`
        const curl = `curl --resolve ${word(`${domainName}:${port}:${host}`)} ${word(`${url}/`)}`
        return { domainName, basePath: mapping.basePath, url, curl }
      }),
  )
}

/** Without a stage in the mapping the caller writes it. */
function pathOf({ basePath, stage: mapped }: BasePathMapping, stage: string): string {
  const prefix = basePath === '(none)' || basePath === '' ? '' : `/${basePath}`
  return mapped === undefined ? `${prefix}/${stage}` : prefix
}

/** One word of a shell's command line, whatever a design has put in it. */
function word(text: string): string {
  return /^[\w.:/@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
