import type { OperationHandlers } from '../operation-handler'
import { tagHandlers } from '../tag-handlers'
import { API_MAPPING_HANDLERS } from './api-mappings'
import { V2_API_HANDLERS } from './apis'
import { V2_AUTHORIZER_HANDLERS } from './authorizers'
import { V2_DEPLOYMENT_HANDLERS } from './deployments'
import { V2_DOCUMENT_HANDLERS } from './documents'
import { V2_DOMAIN_HANDLERS } from './domain-names'
import { V2_INTEGRATION_RESPONSE_HANDLERS } from './integration-responses'
import { V2_INTEGRATION_HANDLERS } from './integrations'
import { V2_MODEL_HANDLERS } from './models'
import { V2_OTHER_HANDLERS } from './other-collections'
import { ROUTE_RESPONSE_HANDLERS } from './route-responses'
import { ROUTE_HANDLERS } from './routes'
import { V2_STAGE_HANDLERS } from './stages'

/** Every operation of `apigatewayv2` that does something to a design or reads it. */
export const V2_HANDLERS: OperationHandlers = {
  ...V2_API_HANDLERS,
  ...V2_DOCUMENT_HANDLERS,
  ...ROUTE_HANDLERS,
  ...ROUTE_RESPONSE_HANDLERS,
  ...V2_INTEGRATION_HANDLERS,
  ...V2_INTEGRATION_RESPONSE_HANDLERS,
  ...V2_AUTHORIZER_HANDLERS,
  ...V2_MODEL_HANDLERS,
  ...V2_DEPLOYMENT_HANDLERS,
  ...V2_STAGE_HANDLERS,
  ...V2_DOMAIN_HANDLERS,
  ...API_MAPPING_HANDLERS,
  ...V2_OTHER_HANDLERS,
  ...tagHandlers('resource-arn'),
}
