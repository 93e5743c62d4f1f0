import { writableMembers, isWritableList, type WritableValue } from '../../documents/writable-value'
import { ExportFindings } from '../openapi/export-findings'
import { openApiContext, openApiDocument } from '../openapi/export-openapi'
import type { ApiContext } from './export-context'
import { audienceParameters, issuerParameter } from './jwt-parameters'
import { arnParameter, portableUri, ROLE, USER_POOL } from './portable-text'
import type { TemplateObject, TemplateValue } from './template-document'
import { functionTakenFor } from './template-functions'
import { vpcLinkParameter } from './vpc-link'

/** Members of the document that the template has beside it, where they can refer to other resources. */
const BESIDE: readonly string[] = ['servers', 'x-amazon-apigateway-policy']
const TARGETS = /^x-amazon-apigateway-(?:integrations?|authorizer)$/

/** An API that a document can describe as the `Body` of its resource: the OpenAPI export with functions of CloudFormation in it. */
export function apiBody(context: ApiContext): TemplateObject {
  const { api, design, names, parts, request } = context
  const findings = new ExportFindings()
  const document = openApiDocument(openApiContext(design, api, request, 'openapi3', findings))
  parts.diagnostics.push(...findings.diagnostics())
  let wrong: string | undefined
  const visit = (value: WritableValue, isTarget: boolean): TemplateValue => {
    if (isWritableList(value)) return value.map((item) => visit(item, isTarget))
    if (typeof value !== 'object' || value === null) return value
    const members = writableMembers(value)
    wrong ??= functionTakenFor(members.map(([name]) => name))
    return Object.fromEntries(
      members.map(([name, member]) => [
        name,
        (isTarget ? targetMember(context, name, member) : undefined) ?? visit(member, isTarget || TARGETS.test(name)),
      ]),
    )
  }
  const kept = writableMembers(document ?? {}).filter(([name]) => !BESIDE.includes(name))
  const body = visit(Object.fromEntries(kept), false) as TemplateObject
  if (wrong !== undefined) {
    const message = `The document of ${api.name} has an object whose only member is "${wrong}". CloudFormation takes that for its function of the same name. Rename the member, or export OpenAPI.`
    parts.report('export/refused', 'error', names.pointer, message)
  }
  return body
}

/** What an integration or authorizer names outside of the API; undefined for its other members. */
function targetMember(context: ApiContext, name: string, member: WritableValue): TemplateValue | undefined {
  if (name === 'providerARNs' && isWritableList(member))
    return member.flatMap((arn) => arnParameter(context, String(arn), USER_POOL) ?? [])
  if (name === 'audience' && isWritableList(member)) return audienceParameters(context, member.map(String))
  if (typeof member !== 'string') return undefined
  if (name === 'issuer') return issuerParameter(context, member)
  if (name === 'uri' || name === 'authorizerUri') return portableUri(context, member)
  if (name === 'credentials' || name === 'authorizerCredentials') return arnParameter(context, member, ROLE)
  return name === 'connectionId' ? vpcLinkParameter(context, member) : undefined
}
