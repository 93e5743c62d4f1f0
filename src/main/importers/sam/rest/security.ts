import type { JsonRecord } from '../../json-place'
import { copyRecord, ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'

/** What SAM calls the schemes that it adds; the last is a mark of its own, gone once the API is done. */
export const AWS_IAM = 'AWS_IAM'
export const API_KEY = 'api_key'
export const NO_API_KEY = 'api_key_false'

export const AWS_IAM_SCHEME: JsonRecord = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'awsSigv4',
}

export const API_KEY_SCHEME: JsonRecord = { type: 'apiKey', name: 'x-api-key', in: 'header' }

/** Adds a scheme that the definition does not have. Swagger's place for it; `toOpenApi3` moves it. */
export function addScheme(definition: MutableRecord, name: string, scheme: JsonRecord): void {
  const schemes = recordIn(definition, 'securityDefinitions')
  if (ownMember(schemes, name) === undefined) setMember(schemes, name, copyRecord(scheme))
}
