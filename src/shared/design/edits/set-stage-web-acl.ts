import type { Design } from '../design'
import { webAclArn, webAclOf } from '../web-acl-arn'
import { changeStage } from './change-stage'
import { patchMembers } from './update-in'

/** A stage gets a web ACL of the design in front, by its name; `undefined` takes away the one it has. */
export function setStageWebAcl(design: Design, apiId: string, stageName: string, name: string | undefined): Design {
  if (name !== undefined && !design.webAcls?.some((acl) => acl.name === name)) return design
  return changeStage(design, apiId, stageName, (stage) => {
    // An ARN of the account that was imported stays as it is while it names the same ACL.
    if (name !== undefined && webAclOf(design, stage)?.name === name) return stage
    return patchMembers(stage, { webAclArn: name === undefined ? undefined : webAclArn(design, name) })
  })
}
