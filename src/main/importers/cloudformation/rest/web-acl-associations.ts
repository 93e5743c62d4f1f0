import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import type { TemplateContext } from '../../template/template-context'
import { propertiesOf, resourcesOfType } from './resource-properties'

/** "arn:aws:apigateway:us-east-1::/restapis/a1b2c3d4e5/stages/prod". */
const STAGE_ARN = /^arn:[^:]*:apigateway:[^:]*:[^:]*:\/restapis\/([^/]+)\/stages\/([^/]+)$/

/** Puts the web ACLs of a template in front of the stages that they are associated with. */
export function withWebAcls(context: TemplateContext, apis: readonly RestApi[]): RestApi[] {
  const aclsByApi = new Map(apis.map((api) => [api.id, { api, byStage: new Map<string, string>() }]))
  for (const resource of resourcesOfType(context, 'AWS::WAFv2::WebACLAssociation')) {
    const members = propertiesOf(context, resource)
    const resourceArn = members.text('ResourceArn')
    const webAclArn = members.text('WebACLArn')
    members.finish()
    const [, apiId = '', stageName = ''] = STAGE_ARN.exec(resourceArn ?? '') ?? []
    const found = aclsByApi.get(apiId)
    if (!found || !Object.hasOwn(found.api.stages, stageName) || webAclArn === undefined) {
      const message = `${members.label} is left out: it protects ${resourceArn ?? 'nothing'}, which is no stage of a REST API of this template.`
      context.findings.report('import/not-carried', 'warning', resource.pointer, message)
      continue
    }
    context.findings.carry(`Web ACL in front of stage ${stageName} of ${found.api.name}`, resource.pointer)
    found.byStage.set(stageName, webAclArn)
  }
  return apis.map((api) => withArns(api, aclsByApi.get(api.id)?.byStage ?? new Map()))
}

function withArns(api: RestApi, byStage: ReadonlyMap<string, string>): RestApi {
  if (byStage.size === 0) return api
  const stages = Object.entries(api.stages).map(([name, stage]): [string, Stage] => {
    const webAclArn = byStage.get(name)
    return [name, webAclArn === undefined ? stage : { ...stage, webAclArn }]
  })
  return { ...api, stages: Object.fromEntries(stages) }
}
