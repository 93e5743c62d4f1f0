import { mimeOf } from './media-type'

type Templates = Readonly<Record<string, string>>

const DEFAULT_TYPE = 'application/json'
const ANY_TYPE = '$default'

const DIRECTIVE = /#\{?(?:set|if|elseif|else|end|foreach|include|parse|stop|break|evaluate|define|macro)\b|##|#\*/
const REFERENCE = /\$!?\{?[A-Za-z_]/

/** Whether a template is plain text, which renders as it stands; anything else needs the template engine of a later release. */
export function isPlainTemplate(template: string): boolean {
  return !DIRECTIVE.test(template) && !REFERENCE.test(template)
}

/** The request template for a content type: the same type, else "$default". Source: rest-api.md 9.5. */
export function requestTemplate(templates: Templates, contentType: string | undefined): string | undefined {
  const wanted = mimeOf(contentType) || DEFAULT_TYPE
  return templateOf(templates, wanted) ?? templateOf(templates, ANY_TYPE)
}

/** The response template by what the client accepts first, else that for JSON, else the first. Source: rest-api.md 9.7. */
export function responseTemplate(templates: Templates, accept: string | undefined): string | undefined {
  const wanted = mimeOf(accept?.split(',')[0])
  return templateOf(templates, wanted) ?? templateOf(templates, DEFAULT_TYPE) ?? Object.values(templates)[0]
}

function templateOf(templates: Templates, type: string): string | undefined {
  return Object.entries(templates).find(([key]) => key.toLowerCase() === type)?.[1]
}
