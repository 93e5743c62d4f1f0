import type { Design } from '../design'
import { webAclNameOf } from '../web-acl-arn'
import { changeStages } from './change-stages'
import { mapItems, patchMembers, removeMember } from './update-in'

/** A web ACL goes, and the stages behind it are open to every source again. */
export function removeWebAcl(design: Design, name: string): Design {
  const left = mapItems(design.webAcls ?? [], (acl) => (acl.name === name ? undefined : acl))
  if (design.webAcls === undefined || left === design.webAcls) return design
  const without = patchMembers(design, { webAcls: left.length === 0 ? undefined : left })
  return changeStages(without, (stage) =>
    webAclNameOf(stage.webAclArn ?? '') === name ? removeMember(stage, 'webAclArn') : stage,
  )
}
