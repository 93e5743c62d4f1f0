import type { Socket } from 'node:net'
import type { Design } from '@shared/design/design'
import { checkClient, type ClientVerdict } from './client-certificate'

const ANYBODY: ClientVerdict = { isAllowed: true, certificate: null }

/** Whether who has opened a connection may call a custom domain; null is the gateway's own address, which takes everybody. */
export function checkDomainClient(
  { domainNames }: Pick<Design, 'domainNames'>,
  domain: string | null,
  socket: Socket,
): ClientVerdict {
  const found = domain === null ? undefined : domainNames.find(({ domainName }) => domainName === domain)
  return found?.mutualTlsAuthentication === undefined ? ANYBODY : checkClient(found.domainName, socket)
}
