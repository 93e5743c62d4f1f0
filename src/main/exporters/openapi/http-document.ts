import type { HttpApi } from '@shared/design/http-api'
import { integrationIdOf } from '@shared/design/v2-api'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import { sharedIntegrationMembers } from './http-integration-extension'
import { httpPaths } from './http-paths'
import { httpSecuritySchemes } from './http-security-schemes'
import { headMembers, tagMembers } from './info-members'
import type { OpenApiContext } from './openapi-context'
import { OperationIds } from './operation-ids'
import { securityNames } from './security-names'
import { serverMembers } from './server-members'

/** An HTTP API as the service itself exports it, always OpenAPI 3.0. Source: http-api.md 14. */
export function httpDocument(context: OpenApiContext<HttpApi>): WritableObject {
  const names = securityNames(context)
  const schemes = httpSecuritySchemes(context, names)
  if (context.hasExtensions) reportUnused(context)
  return {
    ...headMembers(context),
    ...serverMembers(context),
    ...tagMembers(context),
    paths: httpPaths(context, { names, operationIds: new OperationIds(context.findings) }),
    components: {
      ...(schemes.size > 0 && { securitySchemes: schemes }),
      ...(context.hasExtensions && sharedIntegrationMembers(context)),
    },
    ...(context.hasExtensions && {
      'x-amazon-apigateway-cors': context.api.corsConfiguration && { ...context.api.corsConfiguration },
      'x-amazon-apigateway-importexport-version': '1.0',
    }),
  }
}

/** A document has no place for an integration that no route leads to. */
function reportUnused({ api, findings, pointer }: OpenApiContext<HttpApi>): void {
  const targets = new Set(Object.values(api.routes).map((route) => integrationIdOf(route)))
  for (const id of Object.keys(api.integrations).filter((each) => !targets.has(each))) {
    findings.tally('unused integration', pointer + pointerTo(['integrations', id]), {
      code: 'export/not-carried',
      severity: 'info',
      message: (count) =>
        `${count === 1 ? '1 integration that no route has is' : `${count} integrations that no route has are`} left out.`,
    })
  }
}
