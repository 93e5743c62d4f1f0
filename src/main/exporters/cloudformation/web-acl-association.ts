import { webAclNameOf } from '@shared/design/web-acl-arn'
import { stageWords } from './api-names'
import { partId, stageRef, type ApiContext } from './export-context'
import { pascalCase } from './logical-id'
import { sub } from './template-functions'

/** Puts a web ACL in front of a stage. The ACL itself is a parameter. */
export function addWebAclAssociation(context: ApiContext, stageName: string, webAclArn: string): void {
  const { api, names, parts } = context
  const aclName = webAclNameOf(webAclArn) ?? stageName
  const acl = parts.parameter(`${pascalCase(aclName)}WebAclArn`, `web ACL ${webAclArn}`, {
    Default: webAclArn,
    Description: `ARN of the web ACL ${aclName}.`,
  })
  const stage = stageRef(names, stageName)
  const stageId = typeof stage === 'object' && stage !== null && 'Ref' in stage ? String(stage.Ref) : api.id
  parts.resource(partId(context, `${stageWords(stageName)}WebAclAssociation`, `web ACL association ${stageName}`), {
    Type: 'AWS::WAFv2::WebACLAssociation',
    Properties: {
      ResourceArn: sub(
        `arn:\${AWS::Partition}:apigateway:\${AWS::Region}::/restapis/\${${names.id}}/stages/\${${stageId}}`,
      ),
      WebACLArn: acl,
    },
  })
}
