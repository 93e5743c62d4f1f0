import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Path } from './problem'
import type { MethodScope } from './scope'
import { templateLength } from './template-length'
import { within } from './within'

/** Mapping templates fit AWS's limit. Source: rest-api.md 15. */
export function checkTemplates({ at, routeKey, method }: MethodScope): Diagnostic[] {
  const { integration } = method
  if (!integration) return []
  const checkEach = (templates: Readonly<Record<string, string>> | undefined, place: Path): Diagnostic[] =>
    Object.entries(templates ?? {}).flatMap(([contentType, template]) => {
      const field = [...at, 'integration', ...place, contentType]
      const label = `${routeKey}, template ${contentType}`
      return within(label, templateLength(template), 'bytes', LIMITS.mappingTemplate, field)
    })
  return [
    ...checkEach(integration.requestTemplates, ['requestTemplates']),
    ...integration.integrationResponses.flatMap((response, index) =>
      checkEach(response.responseTemplates, ['integrationResponses', index, 'responseTemplates']),
    ),
  ]
}
