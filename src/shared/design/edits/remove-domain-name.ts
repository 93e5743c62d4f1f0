import type { Design } from '../design'
import { mapItems, setMember } from './update-in'

/** A custom domain goes, with its mappings. */
export function removeDomainName(design: Design, domainName: string): Design {
  const kept = mapItems(design.domainNames, (each) => (each.domainName === domainName ? undefined : each))
  return setMember(design, 'domainNames', kept)
}
