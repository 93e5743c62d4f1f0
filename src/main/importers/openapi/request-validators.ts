import type { RequestValidator } from '@shared/design/request-validator'
import { membersAt, type Members } from '../members'
import type { OpenApiContext } from './openapi-context'

export const VALIDATOR = 'x-amazon-apigateway-request-validator'

/** The validators of the document, and the one for operations that name none. */
export interface Validators {
  readonly validators: Readonly<Record<string, RequestValidator>>
  readonly defaultId: string | undefined
}

/** Reads `x-amazon-apigateway-request-validators` and the document's own choice among them. Source: rest-api.md 17.1. */
export function readValidators(context: OpenApiContext): Validators {
  const { document } = context
  const written = document.members('x-amazon-apigateway-request-validators')
  const entries = (written?.places() ?? []).flatMap(([id, place]): [string, RequestValidator][] => {
    const validator = membersAt(place, `the request validator "${id}"`, context.findings)
    if (!validator) return []
    const validateRequestBody = validator.flag('validateRequestBody') ?? false
    const validateRequestParameters = validator.flag('validateRequestParameters') ?? false
    validator.finish()
    return [[id, { validateRequestBody, validateRequestParameters }]]
  })
  const validators = Object.fromEntries(entries)
  return { validators, defaultId: knownId(document, document.text(VALIDATOR), validators) }
}

/** The operation's validator, else the document's. */
export function validatorId(operation: Members, { validators, defaultId }: Validators): string | undefined {
  const id = operation.text(VALIDATOR)
  return id === undefined ? defaultId : knownId(operation, id, validators)
}

function knownId(owner: Members, id: string | undefined, validators: Validators['validators']): string | undefined {
  if (id === undefined || Object.hasOwn(validators, id)) return id
  const message = `${owner.label} names the request validator "${id}", which x-amazon-apigateway-request-validators does not define (Invalid Request Validator identifier specified); requests are not validated. Define it.`
  owner.findings.report('import/validator-unknown', 'warning', owner.pointerOf(VALIDATOR), message)
  return undefined
}
