import type { RestApi } from '@shared/design/rest-api'
import { apiBody } from '../api-body'
import type { ApiContext } from '../export-context'
import type { TemplateObject } from '../template-document'
import { addPermissions } from '../permissions'
import { addAlarms } from '../alarms'
import { addUrls } from '../outputs'
import { addGatewayResponses } from './gateway-responses'
import { addMethods } from './rest-methods'
import { addModels } from './rest-models'
import { addRequestValidators } from './request-validators'
import { addResourceTree } from './resource-tree'
import { addRestAuthorizers } from './rest-authorizers'
import { restApiProperties } from './rest-api-resource'
import { addRestStages } from './rest-stages'
import { fingerprintOf } from '../fingerprint'

/** Adds a REST API with everything that belongs to it. */
export function addRestApi(context: ApiContext<RestApi>): void {
  const { api, names, parts, request } = context
  const before = new Set(Object.keys(parts.resources))
  const isEmpty = Object.values(api.resources).every(({ methods }) => Object.keys(methods).length === 0)
  if (isEmpty) {
    const message = `${api.name} has no methods, and the service refuses to deploy such an API: "The REST API doesn't contain any methods". Add a route.`
    parts.report('export/refused', 'error', names.pointer, message)
  }
  const body: TemplateObject = request.hasBody === true ? { Body: apiBody(context), Mode: 'overwrite' } : {}
  parts.resource(names.id, {
    Type: 'AWS::ApiGateway::RestApi',
    Properties: { ...restApiProperties(context), ...body },
  })
  const defined = request.hasBody === true ? { dependsOn: [], authorizers: new Map() } : addDefinition(context)
  const added = Object.entries(parts.resources).filter(([id]) => !before.has(id))
  addRestStages(context, { dependsOn: defined.dependsOn, fingerprint: fingerprintOf(added) })
  addPermissions(context, defined.authorizers)
  addAlarms(context)
  addUrls(context)
}

interface Definition {
  /** Logical ids of what a deployment must wait for. */
  readonly dependsOn: readonly string[]
  /** Logical ids by id in the design. */
  readonly authorizers: ReadonlyMap<string, string>
}

/** One resource a part. */
function addDefinition(context: ApiContext<RestApi>): Definition {
  const resourceAt = addResourceTree(context)
  const modelNamed = addModels(context)
  const validators = addRequestValidators(context)
  const authorizers = addRestAuthorizers(context)
  const methods = addMethods(context, { resourceAt, modelNamed, validators, authorizers })
  return { dependsOn: [...methods, ...addGatewayResponses(context)], authorizers }
}
