import { editDistance } from '@shared/edit-distance'
import type { Members } from '../../members'
import { namesOf, SHAPES, shapesWith, type ShapeName } from './property-names'

/** Spellings of other places (the service's own API, OpenAPI, SAM) and what CloudFormation calls the same. */
const OTHER_SPELLINGS: { readonly [shape in ShapeName]?: Readonly<Record<string, string>> } = {
  RestApi: {
    ApiKeySource: 'ApiKeySourceType',
    DefinitionBody: 'Body',
    DefinitionUri: 'BodyS3Location',
    MinimumCompression: 'MinimumCompressionSize',
    EndpointTypes: 'EndpointConfiguration',
  },
  Integration: { HttpMethod: 'IntegrationHttpMethod', Responses: 'IntegrationResponses' },
  Authorizer: { ProviderArns: 'ProviderARNs' },
  Stage: { AccessLogSettings: 'AccessLogSetting', CanarySettings: 'CanarySetting', StageVariables: 'Variables' },
  StageDescription: { AccessLogSettings: 'AccessLogSetting', CanarySettings: 'CanarySetting' },
  MethodSetting: {
    CacheEnabled: 'CachingEnabled',
    RateLimit: 'ThrottlingRateLimit',
    BurstLimit: 'ThrottlingBurstLimit',
  },
  UsagePlan: { Name: 'UsagePlanName' },
  ApiStage: { RestApiId: 'ApiId', StageName: 'Stage' },
}

/** More places than this, and naming them helps nobody. */
const MOST_PLACES = 2

/** Reports what a shape does not have, saying where it belongs or how it is spelled when that is known; then what nobody read. */
export function finishShape(members: Members, shape: ShapeName): void {
  const known = namesOf(shape)
  for (const name of Object.keys(members.record)) {
    if (known.includes(name)) continue
    const hint = hintFor(name, shape)
    if (hint !== null) members.notCarried(name, `${SHAPES[shape].words} has no such property; ${hint}.`)
  }
  members.finish()
}

function hintFor(name: string, shape: ShapeName): string | null {
  const others = OTHER_SPELLINGS[shape]
  if (others && Object.hasOwn(others, name)) return `it is spelled ${others[name]} here`
  const spelled = namesOf(shape).find((known) => known.toLowerCase() === name.toLowerCase())
  if (spelled !== undefined) return `it is spelled ${spelled}`
  const places = shapesWith(name)
  const near = places.length === 0 ? namesOf(shape).find((known) => isNear(name, known)) : undefined
  if (near !== undefined) return `it may mean ${near}`
  if (places.length === 0 || places.length > MOST_PLACES) return null
  return `it belongs to ${places.map((place) => SHAPES[place].words).join(' or to ')}`
}

/** A slip of the pen: one letter in three at most. */
function isNear(name: string, known: string): boolean {
  return editDistance(name.toLowerCase(), known.toLowerCase()) <= Math.min(2, Math.floor(known.length / 3))
}
