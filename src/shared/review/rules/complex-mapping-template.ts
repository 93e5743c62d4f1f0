import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'
import { mappingTemplates } from '../scopes/templates'

/** Above these a template is a program. Ours: the guide gives no figures. */
const MOST_DIRECTIVES = 25
const DEEPEST = 3

export const complexMappingTemplate: ReviewRule = {
  id: 'complex-mapping-template',
  title: 'Logic hides where nobody tests it',
  severity: 'warning',
  what: `Mapping templates with more than ${MOST_DIRECTIVES} directives, or with #if and #foreach nested more than ${DEEPEST} deep.`,
  why: 'Templates have no types, no tests in AWS and no stack traces: a mistake in one is a 500 or a wrong body in production.',
  source: 'Guide 000, anti-pattern 3.',
  find: (design) =>
    mappingTemplates(design).flatMap(({ api, at, name, text }) => {
      const { directives, depth } = measure(text)
      if (directives <= MOST_DIRECTIVES && depth <= DEEPEST) return []
      const message = `${api.name}, ${name}: the template has ${directives} directives, nested ${depth} deep. Let the function or the backend do this, or save the template with cases that test it.`
      return [finding(complexMappingTemplate, at, message)]
    }),
}

function measure(template: string): { readonly directives: number; readonly depth: number } {
  const code = template.replaceAll(/#\*[\s\S]*?\*#|##[^\n]*/g, '')
  let [directives, depth, deepest] = [0, 0, 0]
  for (const [, name] of code.matchAll(/#\{?(if|elseif|else|foreach|set|macro|define|end)\b/g)) {
    if (name === 'end') depth = Math.max(0, depth - 1)
    else directives += 1
    if (name === 'if' || name === 'foreach' || name === 'macro' || name === 'define') depth += 1
    deepest = Math.max(deepest, depth)
  }
  return { directives, depth: deepest }
}
