import type { OperationHandlers } from '../operation-handler'
import { tagHandlers } from '../tag-handlers'
import { ACCOUNT_HANDLERS } from './account'
import { API_KEY_HANDLERS } from './api-keys'
import { AUTHORIZER_HANDLERS } from './authorizers'
import { BASE_PATH_HANDLERS } from './base-path-mappings'
import { DEPLOYMENT_HANDLERS } from './deployments'
import { DOCUMENT_HANDLERS } from './documents'
import { DOMAIN_HANDLERS } from './domain-names'
import { GATEWAY_RESPONSE_HANDLERS } from './gateway-responses'
import { IMPORT_KEY_HANDLERS } from './import-api-keys'
import { INTEGRATION_RESPONSE_HANDLERS } from './integration-responses'
import { INTEGRATION_HANDLERS } from './integrations'
import { METHOD_RESPONSE_HANDLERS } from './method-responses'
import { METHOD_HANDLERS } from './methods'
import { MODEL_HANDLERS } from './models'
import { OTHER_HANDLERS } from './other-collections'
import { VALIDATOR_HANDLERS } from './request-validators'
import { RESOURCE_HANDLERS } from './resources'
import { REST_API_HANDLERS } from './rest-apis'
import { STAGE_HANDLERS } from './stages'
import { USAGE_PLAN_KEY_HANDLERS } from './usage-plan-keys'
import { USAGE_PLAN_HANDLERS } from './usage-plans'

/** Every operation of `apigateway` that does something to a design or reads it. */
export const REST_HANDLERS: OperationHandlers = {
  ...REST_API_HANDLERS,
  ...DOCUMENT_HANDLERS,
  ...RESOURCE_HANDLERS,
  ...METHOD_HANDLERS,
  ...METHOD_RESPONSE_HANDLERS,
  ...INTEGRATION_HANDLERS,
  ...INTEGRATION_RESPONSE_HANDLERS,
  ...MODEL_HANDLERS,
  ...VALIDATOR_HANDLERS,
  ...AUTHORIZER_HANDLERS,
  ...GATEWAY_RESPONSE_HANDLERS,
  ...DEPLOYMENT_HANDLERS,
  ...STAGE_HANDLERS,
  ...USAGE_PLAN_HANDLERS,
  ...USAGE_PLAN_KEY_HANDLERS,
  ...API_KEY_HANDLERS,
  ...IMPORT_KEY_HANDLERS,
  ...DOMAIN_HANDLERS,
  ...BASE_PATH_HANDLERS,
  ...ACCOUNT_HANDLERS,
  ...OTHER_HANDLERS,
  ...tagHandlers('resource_arn'),
}
