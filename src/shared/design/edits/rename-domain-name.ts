import type { Design } from '../design'
import { mapItems, setMember } from './update-in'

/** A custom domain under another name that is free. */
export function renameDomainName(design: Design, fromName: string, toName: string): Design {
  if (design.domainNames.some(({ domainName }) => domainName === toName)) return design
  const renamed = mapItems(design.domainNames, (each) =>
    each.domainName === fromName ? { ...each, domainName: toName } : each,
  )
  return setMember(design, 'domainNames', renamed)
}
