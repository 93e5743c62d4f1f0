import { pointerTo } from '@shared/diagnostic'
import type { JsonRecord } from '../../json-place'
import { propertyOf, type ApiSource } from '../api-source'
import { ANY_METHOD, INTEGRATION, isDefinition, pathsOf } from '../definition'
import { isIntrinsic } from '../intrinsics'
import { knownRecord } from '../known-record'
import { ownMember, setMember, type MutableRecord } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'

const MEMBERS = ['AllowMethods', 'AllowHeaders', 'AllowOrigin', 'MaxAge', 'AllowCredentials']
const VERBS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']
const EVERY_ORIGIN = "'*'"

/** Gives every path without OPTIONS one that answers preflights. Source: SAM Developer Guide, "CorsConfiguration" of AWS::Serverless::Api. */
export function addCors(context: SamContext, source: ApiSource): void {
  const written = propertyOf(source, 'Cors')
  if (written === undefined || written === '' || written === false) return
  const pointer = `${source.pointer}/Properties/Cors`
  const cors = readCors(context, source, written, pointer)
  if (!cors) return
  if (!isDefinition(source.definition)) {
    refuse(
      context,
      pointer,
      `"Cors" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI document into DefinitionBody.`,
    )
    return
  }
  const origin = ownMember(cors, 'AllowOrigin') ?? EVERY_ORIGIN
  if (ownMember(cors, 'AllowCredentials') === true && origin === EVERY_ORIGIN) {
    refuse(
      context,
      pointer,
      `"Cors" of ${source.logicalId} is left out: AllowCredentials cannot be true when AllowOrigin is "'*'" or not set. Name the origin.`,
    )
    return
  }
  for (const [path, item] of pathsOf(source.definition)) {
    if (ownMember(item, 'options') !== undefined) continue
    setMember(item, 'options', preflight(source, item, origin, cors))
    context.pointers.cause(`${source.pointer}/Properties/Body${pointerTo(['paths', path, 'options'])}`, pointer)
  }
}

function readCors(context: SamContext, source: ApiSource, written: unknown, pointer: string): JsonRecord | undefined {
  if (typeof written === 'string' || isIntrinsic(written)) return { AllowOrigin: written }
  return knownRecord(context, written, {
    name: 'Cors',
    owner: source.logicalId,
    pointer,
    members: MEMBERS,
    wanted: `an origin in quotes, as in "'https://example.com'", or an object`,
  })
}

function preflight(source: ApiSource, item: MutableRecord, origin: unknown, cors: JsonRecord): MutableRecord {
  const maxAge = ownMember(cors, 'MaxAge')
  const headers: readonly [string, unknown][] = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Headers', ownMember(cors, 'AllowHeaders') || undefined],
    ['Access-Control-Allow-Methods', ownMember(cors, 'AllowMethods') || `'${allowedMethods(item)}'`],
    ['Access-Control-Max-Age', maxAge],
    ['Access-Control-Allow-Credentials', ownMember(cors, 'AllowCredentials') === true ? "'true'" : undefined],
  ]
  const present = headers.filter(([, value]) => value !== undefined)
  const responseParameters = Object.fromEntries(
    present.map(([name, value]) => [`method.response.header.${name}`, value]),
  )
  const isSwagger = ownMember(source.definition, 'swagger') !== undefined
  return {
    summary: 'CORS support',
    ...(isSwagger && { consumes: ['application/json'], produces: ['application/json'] }),
    [INTEGRATION]: {
      type: 'mock',
      requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
      responses: {
        default: { statusCode: '200', responseParameters, responseTemplates: { 'application/json': '{}\n' } },
      },
    },
    responses: { '200': { headers: Object.fromEntries(present.map(([name]) => [name, {}])) } },
  }
}

/** The path's own methods in capitals, in order, and OPTIONS; all of them when the path has ANY. */
function allowedMethods(item: MutableRecord): string {
  const names = Object.keys(item)
  if (names.includes(ANY_METHOD)) return VERBS.join(',')
  return [...new Set([...names.map((name) => name.toUpperCase()), 'OPTIONS'])].sort().join(',')
}
