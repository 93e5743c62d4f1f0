import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Path } from './problem'
import type { MethodScope } from './scope'
import { within } from './within'

/** Mapping templates fit AWS's limit. Source: rest-api.md 15. */
export function checkTemplates({ at, routeKey, method }: MethodScope): Diagnostic[] {
  const { integration } = method
  if (!integration) return []
  const checkEach = (templates: Readonly<Record<string, string>> | undefined, place: Path): Diagnostic[] =>
    Object.entries(templates ?? {}).flatMap(([contentType, template]) => {
      const field = [...at, 'integration', ...place, contentType]
      const label = `${routeKey}, template ${contentType}`
      return within(label, utf8Length(template), 'bytes', LIMITS.mappingTemplate, field)
    })
  return [
    ...checkEach(integration.requestTemplates, ['requestTemplates']),
    ...integration.integrationResponses.flatMap((response, index) =>
      checkEach(response.responseTemplates, ['integrationResponses', index, 'responseTemplates']),
    ),
  ]
}

/** Bytes in UTF-8; a code unit takes at most three, so short texts need no counting. */
function utf8Length(text: string): number {
  if (text.length * 3 <= LIMITS.mappingTemplate.value) return text.length
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
