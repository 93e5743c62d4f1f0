import { LOCAL_SERVICES } from '@shared/contract/services'
import type { LocalHosts } from './local-hosts'

/** A function that names credentials or endpoints of its own means the real services, or other ones. */
const OWN_SERVICES = /^AWS_(?:ACCESS_KEY_ID|PROFILE|ENDPOINT_URL.*)$/

/** The stand-ins for AWS services at this address, as functions of a Region reach them under the names that AWS gives them. */
export function localAws(region: string, { address, port }: Pick<LocalHosts, 'address' | 'port'>): LocalHosts {
  return {
    hosts: [...LOCAL_SERVICES.map((name) => `${name}.${region}.amazonaws.com`), 's3.amazonaws.com'],
    parentHosts: [`s3.${region}.amazonaws.com`, 's3.amazonaws.com'],
    address,
    port,
  }
}

/** Whether a function's calls of AWS services stay on this computer. */
export function usesLocalAws(environment: Readonly<Record<string, string>>): boolean {
  return !Object.keys(environment).some((name) => OWN_SERVICES.test(name))
}
