import type { RestApi } from '@shared/design/rest-api'
import type { WritableObject } from '../../documents/writable-value'
import { headMembers, tagMembers } from './info-members'
import { modelSchemas } from './model-schemas'
import type { OpenApiContext } from './openapi-context'
import { OperationIds } from './operation-ids'
import { restPaths } from './rest-paths'
import { restRootExtensions } from './rest-root-extensions'
import { restSecuritySchemes } from './rest-security-schemes'
import { securityNames } from './security-names'
import { serverMembers } from './server-members'

/** A REST API as the service itself exports it. Source: rest-api.md 17.3. */
export function restDocument(context: OpenApiContext<RestApi>): WritableObject {
  const models = modelSchemas(context)
  const names = securityNames(context)
  // Before the schemas: a method may name a model that the service has from the start.
  const paths = restPaths(context, { models, names, operationIds: new OperationIds(context.findings) })
  const schemes = restSecuritySchemes(context, names)
  return {
    ...headMembers(context),
    ...serverMembers(context),
    ...tagMembers(context),
    paths,
    ...componentMembers(context, models.schemas, schemes),
    ...(context.hasExtensions && restRootExtensions(context, models)),
  }
}

function componentMembers(
  { version }: OpenApiContext,
  schemas: ReadonlyMap<string, WritableObject>,
  schemes: ReadonlyMap<string, WritableObject>,
): WritableObject {
  if (version === 'swagger2') {
    return {
      ...(schemes.size > 0 && { securityDefinitions: schemes }),
      ...(schemas.size > 0 && { definitions: schemas }),
    }
  }
  return {
    components: { ...(schemas.size > 0 && { schemas }), ...(schemes.size > 0 && { securitySchemes: schemes }) },
  }
}
