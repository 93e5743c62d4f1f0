import type { JsonRecord } from '../../json-place'
import { propertyOf, type ApiSource } from '../api-source'
import { isHttpDefinition } from '../definition'
import { knownRecord } from '../known-record'
import { ownMember, recordIn, setMember } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'

const MEMBERS = ['AllowOrigins', 'AllowHeaders', 'AllowMethods', 'ExposeHeaders', 'MaxAge', 'AllowCredentials']

/** Adds `CorsConfiguration` to the definition, over what it says itself. `true` is every origin. Source: SAM Developer Guide, "HttpApiCorsConfiguration". */
export function addHttpCors(context: SamContext, source: ApiSource): void {
  const written = propertyOf(source, 'CorsConfiguration')
  if (written === undefined || written === '' || written === false || written === 'false') return
  const pointer = `${source.pointer}/Properties/CorsConfiguration`
  const cors = readCors(context, source, written, pointer)
  if (!cors) return
  if (!isHttpDefinition(source.definition)) {
    refuse(
      context,
      pointer,
      `"CorsConfiguration" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI 3 document into DefinitionBody.`,
    )
    return
  }
  const origins = ownMember(cors, 'AllowOrigins')
  const isEveryOrigin = Array.isArray(origins) && origins.length === 1 && origins[0] === '*'
  if (ownMember(cors, 'AllowCredentials') === true && (origins === undefined || isEveryOrigin)) {
    refuse(
      context,
      pointer,
      `"CorsConfiguration" of ${source.logicalId} is left out: AllowCredentials cannot be true when AllowOrigins is "*" or not set. Name the origins.`,
    )
    return
  }
  const own = recordIn(source.definition, 'x-amazon-apigateway-cors')
  for (const name of MEMBERS) {
    const value = ownMember(cors, name)
    if (value === undefined || value === false || value === '') continue
    setMember(own, name.charAt(0).toLowerCase() + name.slice(1), value)
  }
  context.pointers.moved(`${source.pointer}/Properties/Body/x-amazon-apigateway-cors`, pointer)
}

function readCors(context: SamContext, source: ApiSource, written: unknown, pointer: string): JsonRecord | undefined {
  if (written === true || written === 'true') return { AllowOrigins: ['*'] }
  return knownRecord(context, written, {
    name: 'CorsConfiguration',
    owner: source.logicalId,
    pointer,
    members: MEMBERS,
    wanted: 'true or an object',
  })
}
