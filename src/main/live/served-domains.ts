import type { SecureAddress, ServedDomain } from '@shared/contract/gateway'
import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import type { Design } from '@shared/design/design'
import type { StageRef } from '../engine/runtime'
import { shellWord } from './shell-word'

/** Where a gateway is reached from this computer. */
export interface ReachedAt {
  readonly host: string
  readonly port: number
  /** Absent where only plain HTTP is answered. */
  readonly tls?: { readonly port: number; readonly caFile: string }
}

/** The custom domains that lead to a stage, each base path once. */
export function servedDomains(
  { domainNames }: Pick<Design, 'domainNames'>,
  { apiId, stage }: StageRef,
  at: ReachedAt,
): ServedDomain[] {
  return domainNames.flatMap((domain) =>
    domain.basePathMappings
      .filter((mapping) => mapping.apiId === apiId && (mapping.stage ?? stage) === stage)
      .map((mapping) => {
        const { domainName } = domain
        const path = pathOf(mapping, stage)
        const url = `http://${domainName}:${at.port}${path}`
        const curl = `curl ${resolving(domainName, at.port, at.host)} ${shellWord(`${url}/`)}`
        const secure = secureDomain(domain, path, at)
        return { domainName, basePath: mapping.basePath, url, curl, ...(secure && { secure }) }
      }),
  )
}

/** A domain with mutual TLS asks for a certificate, which the caller has. */
function secureDomain(
  { domainName, mutualTlsAuthentication }: DomainName,
  path: string,
  { host, tls }: ReachedAt,
): SecureAddress | undefined {
  if (tls === undefined) return undefined
  const url = `https://${domainName}:${tls.port}${path}`
  const client = mutualTlsAuthentication === undefined ? '' : '--cert client.pem --key client-key.pem '
  const trusting = `--cacert ${shellWord(tls.caFile)} ${resolving(domainName, tls.port, host)}`
  return { url, curl: `curl ${trusting} ${client}${shellWord(`${url}/`)}` }
}

function resolving(domainName: string, port: number, host: string): string {
  return `--resolve ${shellWord(`${domainName}:${port}:${host}`)}`
}

/** Without a stage in the mapping the caller writes it. */
function pathOf({ basePath, stage: mapped }: BasePathMapping, stage: string): string {
  const prefix = basePath === '(none)' || basePath === '' ? '' : `/${basePath}`
  return mapped === undefined ? `${prefix}/${stage}` : prefix
}
