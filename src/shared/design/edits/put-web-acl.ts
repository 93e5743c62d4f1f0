import type { Design } from '../design'
import type { WebAcl } from '../web-acl'
import { putItem, setMember } from './update-in'

/** A web ACL added, or the one with its name replaced. */
export function putWebAcl(design: Design, acl: WebAcl): Design {
  return setMember(design, 'webAcls', putItem(design.webAcls ?? [], 'name', acl))
}
