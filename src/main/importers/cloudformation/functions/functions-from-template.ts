import type { Api } from '@shared/design/api'
import type { LocalFunction } from '@shared/design/local-function'
import { problemOfHandler } from '@shared/design/handler-rule'
import { isRecord, quoted, type JsonRecord } from '../../json-place'
import { Members } from '../../members'
import { nameOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { lambdaTargetsOf } from '../rest/lambda-targets'
import { localHandler } from './local-handler'

const HANDLER = 'x-gatewright-handler'
/** As many functions as a message names. */
const MOST_NAMED = 5

/**
 * The functions that the template's APIs invoke, and those whose code lies beside the template, by the name at the end of their ARN. Others
 * are no part of an API and stay unclaimed.
 */
export function functionsFromTemplate(
  context: TemplateContext,
  apis: readonly Api[],
): { readonly [functionName: string]: LocalFunction } {
  const invoked = new Set(apis.flatMap((api) => lambdaTargetsOf(api).map(({ functionName }) => functionName)))
  const functions = new Map<string, LocalFunction>()
  const withoutCode = new Map<string, TemplateResource[]>()
  for (const resource of context.template.resources.values()) {
    if (resource.type !== 'AWS::Lambda::Function') continue
    const name = nameOf(resource)
    const found = handlerOf(context, resource)
    if (typeof found !== 'string' && !invoked.has(name)) continue
    context.claimed.add(resource.logicalId)
    const handler = typeof found === 'string' ? found : undefined
    if (typeof found === 'string') context.findings.carry(`Function ${name}, ${found}`, resource.pointer)
    else withoutCode.set(found.why, [...(withoutCode.get(found.why) ?? []), resource])
    functions.set(name, readFunction(context, resource, handler))
  }
  for (const [why, resources] of withoutCode) reportWithoutCode(context, resources, why)
  return Object.fromEntries(functions)
}

/** What the metadata say, else the file that the runtime would load. */
function handlerOf(context: TemplateContext, resource: TemplateResource): string | { readonly why: string } {
  const { metadata, properties } = resource
  const written = metadata && Object.hasOwn(metadata, HANDLER) ? metadata[HANDLER] : undefined
  if (written === undefined) return localHandler(properties, context.options.files)
  const problem = typeof written === 'string' ? problemOfHandler(written) : 'A file and a function'
  if (problem === undefined && typeof written === 'string' && written !== '') return written
  const shown = typeof written === 'string' ? quoted(written) : 'no text'
  return { why: `"${HANDLER}" of the metadata is ${shown}. Write a file and a function, as in ./src/app.mjs#handler` }
}

/** Functions with one reason in one line. */
function reportWithoutCode({ findings }: TemplateContext, resources: readonly TemplateResource[], why: string): void {
  const named = resources.slice(0, MOST_NAMED).map(({ logicalId }) => logicalId)
  const more = resources.length > MOST_NAMED ? ` and ${resources.length - MOST_NAMED} more` : ''
  const who = `${resources.length === 1 ? 'The function' : 'The functions'} ${named.join(', ')}${more}`
  const message = `${who} cannot run here: ${why}. Calls fail until the design names a file, or the resource has Metadata with "${HANDLER}", as in ./src/app.mjs#handler.`
  findings.report('import/function-without-code', 'warning', resources[0]?.pointer ?? '', message)
}

function readFunction(
  { findings }: TemplateContext,
  { logicalId, pointer, properties }: TemplateResource,
  handler: string | undefined,
): LocalFunction {
  const members = new Members(properties, `${pointer}/Properties`, `the function ${logicalId}`, findings)
  if (handler !== undefined && Array.isArray(properties['Layers']) && properties['Layers'].length > 0) {
    members.notCarried(
      'Layers',
      'functions run with the files beside the project only. Install there what the layers bring.',
    )
  }
  return withoutAbsent({
    handler,
    timeout: members.number('Timeout', { min: 1, max: 900 }),
    memorySize: members.number('MemorySize', { min: 128, max: 10_240 }),
    reservedConcurrency: members.number('ReservedConcurrentExecutions'),
    environment: environmentOf(properties, members),
  })
}

function environmentOf(properties: JsonRecord, members: Members): LocalFunction['environment'] {
  const environment = Object.hasOwn(properties, 'Environment') ? properties['Environment'] : undefined
  if (!isRecord(environment) || !isRecord(environment['Variables'])) return undefined
  const variables = members.members('Environment')?.textMap('Variables')
  return variables && Object.keys(variables).length > 0 ? variables : undefined
}
