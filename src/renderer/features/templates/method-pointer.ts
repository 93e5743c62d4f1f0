import type { Design } from '@shared/design/design'
import type { TemplateSlot } from '@shared/design/mapping-template'
import { pointerTo } from '@shared/diagnostic'

/** The JSON pointer of the templates that a slot is among; null when its API is gone. */
export function methodPointer(design: Design, { apiId, path, verb, statusCode }: TemplateSlot): string | null {
  const index = design.apis.findIndex((api) => api.id === apiId)
  if (index === -1) return null
  const member = statusCode === undefined ? 'requestTemplates' : 'integrationResponses'
  return pointerTo(['apis', index, 'resources', path, 'methods', verb, 'integration', member])
}
