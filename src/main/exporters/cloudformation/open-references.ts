import type { Design } from '@shared/design/design'
import { pointerTo } from '@shared/diagnostic'
import { hasPseudoParameter, placeholdersIn } from './placeholders'
import type { TemplateParts } from './template-parts'

/** Members whose open references become parameters. */
const TARGETS: readonly string[] = [
  'uri',
  'integrationUri',
  'authorizerUri',
  'credentials',
  'credentialsArn',
  'authorizerCredentials',
  'authorizerCredentialsArn',
  'issuer',
]
/** The same of lists. */
const TARGET_LISTS: readonly string[] = ['providerARNs', 'audience']
/** Deeper than any part of an API but a schema. */
const DEEPEST = 100

interface Found {
  /** Open references to where the first stands. */
  readonly open: Map<string, string>
  /** Places of texts with CloudFormation's own parameters. */
  readonly pseudo: string[]
}

/**
 * Says which references of an imported document are still open: those in targets become parameters without a default, and Region, account
 * and the like those of the stack.
 */
export function reportOpenReferences(design: Design, parts: TemplateParts): void {
  for (const [index, api] of design.apis.entries()) {
    const found: Found = { open: new Map(), pseudo: [] }
    for (const [member, value] of Object.entries(api))
      // A deployment repeats what was asked for then.
      if (member !== 'deployments') visit(value, ['apis', index, member], found)
    for (const [placeholder, pointer] of found.open) {
      const message = `${api.name} names ${placeholder}, which the document it came from left open. The template asks for its value.`
      parts.report('export/needs-value', 'warning', pointer, message)
    }
    const [first] = found.pseudo
    if (first === undefined) continue
    const message = `${found.pseudo.length} texts of ${api.name} ask for the Region, account or name of a stack, as in "\${AWS::Region}". In the template they are those of its own stack.`
    parts.report('export/approximated', 'info', first, message)
  }
}

function visit(value: unknown, path: readonly (string | number)[], found: Found): void {
  if (path.length > DEEPEST) return
  if (typeof value === 'string') {
    if (hasPseudoParameter(value)) found.pseudo.push(pointerTo(path))
    if (!TARGETS.includes(String(path.at(-1))) && !TARGET_LISTS.includes(String(path.at(-2)))) return
    for (const placeholder of placeholdersIn(value))
      if (!found.open.has(placeholder)) found.open.set(placeholder, pointerTo(path))
  } else if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index], found))
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) visit(member, [...path, key], found)
}
