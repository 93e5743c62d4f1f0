import type { Authorizer, AuthorizerType } from '@shared/design/authorizer'
import { LIMITS } from '@shared/limits'
import { memberOf } from '../../json-place'
import type { Members } from '../../members'
import { nameOf, physicalIdOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { finishShape } from './misplaced-properties'
import { addNamed, partsFrom } from './named-parts'
import { leaveOut, propertiesOf } from './resource-properties'
import type { RestApiBody } from './rest-api-body'
import { partsOf, type RestApiParts } from './rest-api-parts'

const TYPES: readonly AuthorizerType[] = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']

/** The authorizers of an API by name, and the names by the ids that methods refer to. */
export interface ReadAuthorizers {
  readonly authorizers: Readonly<Record<string, Authorizer>>
  readonly nameById: ReadonlyMap<string, string>
}

export function readAuthorizers(
  context: TemplateContext,
  group: RestApiParts,
  body: RestApiBody | undefined,
): ReadAuthorizers {
  const authorizers = partsFrom<Authorizer>(body?.api.authorizers)
  const nameById = new Map<string, string>()
  for (const resource of partsOf(group, 'Authorizer')) {
    const members = propertiesOf(context, resource)
    const authorizer = readAuthorizer(members, resource)
    if (!authorizer) continue
    const name = nameOf(resource)
    if (addNamed(authorizers, name, authorizer, members)) {
      context.findings.carry(`Authorizer ${name}, ${authorizer.type}`, resource.pointer)
    }
    nameById.set(physicalIdOf(resource), name)
  }
  const count = Object.keys(Object.fromEntries(authorizers)).length
  const quota = LIMITS.authorizersPerApi.value
  if (count > quota && nameById.size > 0) {
    const message = `The API has ${count} authorizers; a REST API holds ${quota} by default. Ask AWS for a higher quota, or split the API.`
    context.findings.report('import/over-quota', 'warning', partsOf(group, 'Authorizer')[0]?.pointer ?? '', message)
  }
  return { authorizers: Object.fromEntries(authorizers), nameById }
}

/** Without a type nothing can be made of it. Source: rest-api.md 7.1. */
function readAuthorizer(members: Members, resource: TemplateResource): Authorizer | undefined {
  members.skip('RestApiId', 'Name')
  const type = readType(members)
  if (type === undefined) return undefined
  const handler = memberOf(resource.metadata, '', 'x-gatewright-handler')?.value
  const authorizer: Authorizer = withoutAbsent({
    type,
    authorizerUri: members.text('AuthorizerUri'),
    authorizerCredentials: members.text('AuthorizerCredentials'),
    identitySource: members.text('IdentitySource'),
    identityValidationExpression: members.text('IdentityValidationExpression'),
    authorizerResultTtlInSeconds: members.number('AuthorizerResultTtlInSeconds', {
      min: 0,
      max: LIMITS.authorizerTtlMax.value,
    }),
    providerARNs: members.texts('ProviderARNs'),
    handler: typeof handler === 'string' ? handler : undefined,
  })
  leaveOut(members, 'AuthType', 'it is written into exported OpenAPI documents only.')
  finishShape(members, 'Authorizer')
  reportIncomplete(members, authorizer)
  return authorizer
}

function readType(members: Members): AuthorizerType | undefined {
  const written = members.record['Type']
  if (written === 'JWT') {
    members.skip('Type')
    const message = `${members.label} is of the type JWT, which only HTTP APIs have, and is left out. Write COGNITO_USER_POOLS with ProviderARNs, or make the API an AWS::ApiGatewayV2::Api.`
    members.findings.report('import/value-unknown', 'error', members.pointerOf('Type'), message)
    return undefined
  }
  if (written === undefined) {
    const message = `${members.label} has no "Type" and is left out. Write one of ${TYPES.join(', ')}.`
    members.findings.report('import/property-missing', 'error', members.pointer, message)
    return undefined
  }
  return members.oneOf('Type', TYPES)
}

/** What AWS demands beside the type. Source: rest-api.md 7.1, service model Authorizer. */
function reportIncomplete(members: Members, { type, ...authorizer }: Authorizer): void {
  const missing: string[] = []
  if (type !== 'REQUEST' && authorizer.identitySource === undefined) missing.push('IdentitySource')
  if (type !== 'COGNITO_USER_POOLS' && authorizer.authorizerUri === undefined) missing.push('AuthorizerUri')
  if (type === 'COGNITO_USER_POOLS' && !authorizer.providerARNs?.length) missing.push('ProviderARNs')
  for (const name of missing) {
    const example = name === 'IdentitySource' ? ', as in method.request.header.Authorization' : ''
    const message = `${members.label} has no "${name}", which AWS demands of the type ${type}. Add it${example}.`
    members.findings.report('import/integration-incomplete', 'warning', members.pointer, message)
  }
}
