import { isRecord, inWords, type Place } from '../json-place'
import { membersAt, type Members } from '../members'
import type { OpenApiContext } from './openapi-context'
import type { Operation } from './path-items'
import type { AuthorizerAuthorization, SecurityScheme } from './security-schemes'

/** Who may call a method, from its security requirements and its x-amazon-apigateway-auth. */
export interface MethodSecurity {
  readonly authorizationType: 'NONE' | 'AWS_IAM' | AuthorizerAuthorization
  readonly authorizerId?: string
  readonly scopes: readonly string[]
  readonly apiKeyRequired: boolean
}

const EXPLICIT_AUTH = 'x-amazon-apigateway-auth'
const OPEN: MethodSecurity = { authorizationType: 'NONE', scopes: [], apiKeyRequired: false }

/** One scheme that a requirement names. */
interface Demand {
  readonly name: string
  readonly scopes: readonly string[]
  readonly place: Place
}

/**
 * The operation's own `security`, else the document's. A method has one authorizer at most and may ask for an API key besides, so all
 * requirements count together. `x-amazon-apigateway-auth` decides over an authorizer. Source: rest-api.md 17.1 (recorded for the root).
 */
export function readMethodSecurity(
  context: OpenApiContext,
  operation: Operation,
  schemes: ReadonlyMap<string, SecurityScheme>,
): MethodSecurity {
  const demands = readDemands(context, operation)
  if (demands.length === 0 && !operation.members.has(EXPLICIT_AUTH)) return OPEN
  const known: { readonly demand: Demand; readonly scheme: SecurityScheme }[] = []
  for (const demand of demands) {
    const scheme = knownScheme(context, schemes, demand)
    if (scheme) known.push({ demand, scheme })
  }
  const apiKeyRequired = known.some(({ scheme }) => scheme.kind === 'apiKey')
  const deciding = known.filter(({ scheme }) => scheme.kind === 'authorizer' || scheme.kind === 'iam')
  const first = deciding[0]
  for (const { demand } of deciding.slice(1)) {
    if (demand.name !== first?.demand.name) reportSecond(context, operation, demand, first?.demand.name ?? '')
  }
  const explicit = readExplicitAuth(operation.members)
  if (explicit !== undefined) {
    if (first && (explicit === 'NONE' || first.scheme.kind === 'authorizer'))
      reportOverruled(context, operation, first.demand, explicit)
    return { authorizationType: explicit, scopes: [], apiKeyRequired }
  }
  if (!first) return { authorizationType: 'NONE', scopes: [], apiKeyRequired }
  if (first.scheme.kind !== 'authorizer') return { authorizationType: 'AWS_IAM', scopes: [], apiKeyRequired }
  const { authorizationType, authorizerId } = first.scheme
  return { authorizationType, authorizerId, scopes: first.demand.scopes, apiKeyRequired }
}

function readExplicitAuth(operation: Members): 'NONE' | 'AWS_IAM' | undefined {
  const auth = operation.members(EXPLICIT_AUTH)
  const type = auth?.oneOf('type', ['NONE', 'AWS_IAM'] as const)
  auth?.finish()
  return type
}

function readDemands(context: OpenApiContext, operation: Operation): Demand[] {
  const owner = operation.members.has('security') ? operation.members : context.document
  const label = owner === context.document ? 'the document' : operation.label
  const requirements = owner.list('security') ?? []
  return requirements.flatMap((place) => readRequirement(context, label, place, requirements.length))
}

function readRequirement(context: OpenApiContext, label: string, place: Place, count: number): Demand[] {
  const requirement = membersAt(place, `A security requirement of ${label}`, context.findings)
  if (!requirement) return []
  const demands = requirement.places()
  if (demands.length === 0 && count > 1) {
    const message = `A security requirement of ${label} asks for nothing, which API Gateway cannot offer as an alternative; the other requirements hold.`
    context.findings.report('import/security-approximated', 'warning', place.pointer, message)
  }
  return demands.map(([name, scopes]) => ({ name, scopes: scopesOf(context, label, scopes), place: scopes }))
}

function scopesOf(context: OpenApiContext, label: string, place: Place): string[] {
  if (place.value === null || (isRecord(place.value) && Object.keys(place.value).length === 0)) return []
  if (Array.isArray(place.value)) return place.value.filter((scope): scope is string => typeof scope === 'string')
  const message = `The scopes in a security requirement of ${label} are ${inWords(place.value)} and left out. They must be a list of texts.`
  context.findings.report('import/wrong-type', 'error', place.pointer, message)
  return []
}

function knownScheme(
  context: OpenApiContext,
  schemes: ReadonlyMap<string, SecurityScheme>,
  demand: Demand,
): SecurityScheme | undefined {
  const scheme = schemes.get(demand.name)
  if (!scheme) context.findings.tally('import/security-scheme-unknown', demand.name, demand.place.pointer)
  else if (scheme.kind === 'none')
    context.findings.tally('import/security-not-carried', demand.name, demand.place.pointer)
  return scheme
}

function reportSecond(context: OpenApiContext, operation: Operation, demand: Demand, first: string): void {
  const message = `${operation.label} asks for "${demand.name}" besides "${first}". A method has one authorizer; "${first}" holds.`
  context.findings.report('import/security-approximated', 'warning', demand.place.pointer, message)
}

function reportOverruled(context: OpenApiContext, operation: Operation, demand: Demand, explicit: string): void {
  const message = `${operation.label} asks for "${demand.name}" and has x-amazon-apigateway-auth ${explicit}; ${explicit} holds.`
  context.findings.report('import/security-approximated', 'warning', demand.place.pointer, message)
}
