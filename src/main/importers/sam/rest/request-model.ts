import { isRecord, quoted } from '../../json-place'
import type { ApiEvent } from '../api-event'
import { propertyOf, type ApiSource } from '../api-source'
import { append, isVersion3, verbOf } from '../definition'
import { ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'

const VALIDATORS = 'x-amazon-apigateway-request-validators'
const VALIDATOR = 'x-amazon-apigateway-request-validator'

/** Adds `RequestModel` of an event: the body's model and who validates it. Source: SAM Developer Guide, "RequestModel". */
export function addRequestModel(
  context: SamContext,
  source: ApiSource,
  definition: MutableRecord,
  event: ApiEvent,
  method: MutableRecord,
): void {
  const written = ownMember(event.properties, 'RequestModel')
  if (written === undefined) return
  const name = ownMember(written, 'Model')
  const pointer = `${event.pointer}/Properties/RequestModel`
  if (!isRecord(written) || typeof name !== 'string') {
    refuse(
      context,
      pointer,
      `"RequestModel" of ${event.label} is left out: it needs a "Model", the name of one of the API.`,
    )
    return
  }
  if (!isRecord(ownMember(propertyOf(source, 'Models'), name))) {
    const message = `${event.label} asks for the model ${quoted(name)}, which ${source.logicalId} does not define; ${verbOf(event.method)} ${event.path} goes without it. Add it to "Models" of the API.`
    refuse(context, `${pointer}/Model`, message)
    return
  }
  addBody(definition, method, name.toLowerCase(), ownMember(written, 'Required'))
  addValidator(context, definition, event, method)
}

function addBody(definition: MutableRecord, method: MutableRecord, model: string, required: unknown): void {
  const isRequired = required === undefined ? {} : { required }
  if (ownMember(definition, 'swagger') !== undefined) {
    append(method, 'parameters', { in: 'body', name: model, schema: { $ref: `#/definitions/${model}` }, ...isRequired })
  } else if (isVersion3(ownMember(definition, 'openapi'))) {
    const content = { 'application/json': { schema: { $ref: `#/components/schemas/${model}` } } }
    setMember(method, 'requestBody', { content, ...isRequired })
  }
}

/** Nothing is validated unless one of the two is there; the other then counts as false. */
function addValidator(context: SamContext, definition: MutableRecord, event: ApiEvent, method: MutableRecord): void {
  const written = ownMember(event.properties, 'RequestModel')
  const body = ownMember(written, 'ValidateBody')
  const parameters = ownMember(written, 'ValidateParameters')
  if (body === undefined && parameters === undefined) return
  const flags = [body ?? false, parameters ?? false]
  if (!flags.every((flag) => typeof flag === 'boolean')) {
    const message = `"ValidateBody" and "ValidateParameters" of ${event.label} must be true or false; nothing is validated.`
    refuse(context, `${event.pointer}/Properties/RequestModel`, message)
    return
  }
  const [validateRequestBody = false, validateRequestParameters = false] = flags
  const name = validatorName(validateRequestBody, validateRequestParameters)
  setMember(recordIn(definition, VALIDATORS), name, { validateRequestBody, validateRequestParameters })
  setMember(method, VALIDATOR, name)
}

/** The names that SAM gives the four. */
function validatorName(body: boolean, parameters: boolean): string {
  if (body) return parameters ? 'body-and-params' : 'body-only'
  return parameters ? 'params-only' : 'no-validation'
}
