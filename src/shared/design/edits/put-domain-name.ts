import type { Design } from '../design'
import type { DomainName } from '../domain-name'
import { putItem, setMember } from './update-in'

/** A custom domain added, or replaced at its place. */
export function putDomainName(design: Design, domain: DomainName): Design {
  return setMember(design, 'domainNames', putItem(design.domainNames, 'domainName', domain))
}
