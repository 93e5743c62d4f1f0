import { pointerSegment } from '@shared/diagnostic'
import { inWords, isRecord, type JsonRecord } from '../../json-place'
import { propertyOf, type ApiSource } from '../api-source'
import { isDefinition } from '../definition'
import { isIntrinsic } from '../intrinsics'
import { ownMember, recordIn, setMember } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'

const RESPONSES = 'x-amazon-apigateway-gateway-responses'
const MEMBERS = ['ResponseParameters', 'ResponseTemplates', 'StatusCode']
const PARAMETERS: readonly [string, string][] = [
  ['Headers', 'gatewayresponse.header.'],
  ['Paths', 'gatewayresponse.path.'],
  ['QueryStrings', 'gatewayresponse.querystring.'],
]

/** Adds `GatewayResponses` to the definition. Source: SAM Developer Guide, "AWS::Serverless::Api", GatewayResponses. */
export function addGatewayResponses(context: SamContext, source: ApiSource): void {
  const written = propertyOf(source, 'GatewayResponses')
  if (written === undefined) return
  const pointer = `${source.pointer}/Properties/GatewayResponses`
  if (!isRecord(written) || isIntrinsic(written)) {
    refuse(
      context,
      pointer,
      `"GatewayResponses" of ${source.logicalId} is ${inWords(written)} and left out. It must be an object with a member for each type.`,
    )
    return
  }
  if (!isDefinition(source.definition)) {
    refuse(
      context,
      pointer,
      `"GatewayResponses" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI document into DefinitionBody.`,
    )
    return
  }
  const responses = recordIn(source.definition, RESPONSES)
  for (const [type, response] of Object.entries(written)) {
    const place = `${pointer}/${pointerSegment(type)}`
    const read = readResponse(context, `The gateway response ${type} of ${source.logicalId}`, response, place)
    if (!read) continue
    setMember(responses, type, read)
    context.pointers.cause(`${source.pointer}/Properties/Body/${RESPONSES}/${pointerSegment(type)}`, place)
  }
}

function readResponse(context: SamContext, label: string, response: unknown, pointer: string): JsonRecord | undefined {
  if (!isRecord(response) || isIntrinsic(response)) {
    refuse(
      context,
      pointer,
      `${label} is ${inWords(response)} and left out. It must be an object with ${MEMBERS.join(', ')}.`,
    )
    return undefined
  }
  for (const name of Object.keys(response).filter((name) => !MEMBERS.includes(name))) {
    refuse(
      context,
      `${pointer}/${pointerSegment(name)}`,
      `"${name}" of ${label} is left out: SAM refuses it. Use ${MEMBERS.join(', ')}.`,
    )
  }
  const status = ownMember(response, 'StatusCode')
  const isStatus = /^\d{1,3}$/.test(String(status))
  if (status !== undefined && !isStatus && !isIntrinsic(status)) {
    refuse(
      context,
      `${pointer}/StatusCode`,
      `"StatusCode" of ${label} is ${inWords(status)} and left out. It must be a number.`,
    )
  }
  return {
    responseParameters: readParameters(context, label, ownMember(response, 'ResponseParameters'), pointer),
    responseTemplates: ownMember(response, 'ResponseTemplates') ?? {},
    ...(isStatus && { statusCode: String(status) }),
    ...(isIntrinsic(status) && { statusCode: status }),
  }
}

function readParameters(context: SamContext, label: string, parameters: unknown, pointer: string): JsonRecord {
  if (!isRecord(parameters)) return {}
  const known = PARAMETERS.map(([name]) => name)
  for (const name of Object.keys(parameters).filter((name) => !known.includes(name))) {
    const place = `${pointer}/ResponseParameters/${pointerSegment(name)}`
    refuse(
      context,
      place,
      `"${name}" of the parameters of ${label} is left out: SAM refuses it. Use ${known.join(', ')}.`,
    )
  }
  const entries = PARAMETERS.flatMap(([name, prefix]): [string, unknown][] => {
    const group = ownMember(parameters, name)
    return isRecord(group) ? Object.entries(group).map(([key, value]) => [prefix + key, value]) : []
  })
  return Object.fromEntries(entries)
}
