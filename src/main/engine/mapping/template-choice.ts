import type { Integration } from '@shared/design/integration'
import { firstAccepted, mimeOf } from './media-type'

type Templates = Readonly<Record<string, string>>

/** A template with the content type that it stands under in the design. */
export interface ChosenTemplate {
  readonly contentType: string
  readonly source: string
}

const DEFAULT_TYPE = 'application/json'
const ANY_TYPE = '$default'

/**
 * What becomes of a request's body: a template runs, it goes on as it is, or it is refused (415). An empty template is none.
 * Source: API Gateway Developer Guide, "Integration passthrough behaviors"; rest-api.md 9.5.
 */
export function chooseRequestTemplate(
  { requestTemplates = {}, passthroughBehavior }: Pick<Integration, 'requestTemplates' | 'passthroughBehavior'>,
  contentType: string | undefined,
): ChosenTemplate | 'pass' | 'refuse' {
  const wanted = mimeOf(contentType) || DEFAULT_TYPE
  const chosen = templateOf(requestTemplates, wanted) ?? templateOf(requestTemplates, ANY_TYPE)
  if (chosen !== undefined) return chosen.source === '' ? 'pass' : chosen
  if (passthroughBehavior === 'NEVER') return 'refuse'
  const isStrict = passthroughBehavior === 'WHEN_NO_TEMPLATES' && Object.keys(requestTemplates).length > 0
  return isStrict ? 'refuse' : 'pass'
}

/** By what the client accepts first, else that for JSON, else the first. Null: the body stays as it is. Source: rest-api.md 9.7. */
export function chooseResponseTemplate(
  responseTemplates: Templates | undefined,
  accept: string | undefined,
): ChosenTemplate | null {
  const templates = responseTemplates ?? {}
  const wanted = mimeOf(firstAccepted(accept))
  const [first] = Object.entries(templates)
  const chosen =
    templateOf(templates, wanted) ??
    templateOf(templates, DEFAULT_TYPE) ??
    (first && { contentType: first[0], source: first[1] })
  return chosen === undefined || chosen.source === '' ? null : chosen
}

function templateOf(templates: Templates, type: string): ChosenTemplate | undefined {
  const found = Object.entries(templates).find(([contentType]) => contentType.toLowerCase() === type)
  return found && { contentType: found[0], source: found[1] }
}
