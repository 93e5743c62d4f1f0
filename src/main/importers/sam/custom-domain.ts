import { isRecord, type JsonRecord } from '../json-place'
import { withoutAbsent } from '../without-absent'
import { ownMember } from './mutable-json'
import { refuse, type SamContext } from './sam-context'

/** `Domain` of an API of any kind, when it has what SAM asks for. */
export function requiredDomain(
  context: SamContext,
  apiId: string,
  written: unknown,
  pointer: string,
): JsonRecord | undefined {
  const isComplete =
    isRecord(written) &&
    ownMember(written, 'DomainName') !== undefined &&
    ownMember(written, 'CertificateArn') !== undefined
  if (isComplete) return written
  refuse(context, pointer, `The domain of ${apiId} is left out: it needs a DomainName and a CertificateArn.`)
  return undefined
}

/** `MutualTlsAuthentication` without members that are empty; the version 0 counts as none. */
export function truststoreOf(domain: JsonRecord): JsonRecord | undefined {
  const written = ownMember(domain, 'MutualTlsAuthentication')
  if (!isRecord(written)) return undefined
  return withoutAbsent({
    TruststoreUri: ownMember(written, 'TruststoreUri') || undefined,
    TruststoreVersion: ownMember(written, 'TruststoreVersion') || undefined,
  })
}
