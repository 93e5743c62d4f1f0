import { splitAtFunctions } from '../cloudformation/function-arn'
import { isPlaceholder, placeholdersIn, withPlace } from '../cloudformation/placeholders'
import type { ScriptContext } from './script-context'
import type { ShellText, ShellVariable } from './shell-text'
import { variableWords } from './variable-name'

/**
 * An ARN or URI with the functions in it, its Region, and what an import left open as variables. `pointer`: where it stands in the
 * design.
 */
export function targetText(context: ScriptContext, uri: string, pointer: string): ShellText {
  const { design, parts, region } = context
  const text = withPlace(uri, design)
  if (text !== uri) {
    const message = `"${uri}" asks for the Region or account of a stack, for which the script has those of the design.`
    parts.report('export/approximated', 'info', pointer, message)
  }
  const pieces = splitAtFunctions(text).flatMap((piece, index) =>
    index % 2 === 1 ? [functionVariable(context, piece)] : withOpenReferences(context, piece, pointer),
  )
  const [first, ...rest] = pieces
  const prefix = `arn:aws:apigateway:${design.region}:`
  if (typeof first !== 'string' || !first.startsWith(prefix)) return pieces
  return ['arn:aws:apigateway:', region, `:${first.slice(prefix.length)}`, ...rest]
}

function withOpenReferences(context: ScriptContext, text: string, pointer: string): ShellText {
  const pieces: (string | ShellVariable)[] = []
  let rest = text
  for (;;) {
    const [next] = placeholdersIn(rest)
    if (next === undefined) return [...pieces, rest]
    const at = rest.indexOf(next)
    pieces.push(rest.slice(0, at), openReference(context, next, pointer))
    rest = rest.slice(at + next.length)
  }
}

/** What an import left open, as in "${OrdersFunction.Arn}": a variable that the person who runs the script has to fill in. */
function openReference({ parts }: ScriptContext, placeholder: string, pointer: string): ShellVariable {
  const name = placeholder.slice(2, -1)
  const isKnown = parts.hasParameter(`open ${name}`)
  const found = parts.parameter(`${variableWords(name)}_VALUE`, `open ${name}`, placeholder)
  if (isKnown) return found
  const message = `${placeholder} was left open by the document that it came from: fill in ${found.variable} before the script is run.`
  parts.report('export/needs-value', 'warning', pointer, message)
  return found
}

/** The ARN of a function as a variable whose value has the Region and account of the script. */
export function functionVariable(context: ScriptContext, arn: string): ShellVariable {
  const { parts, design, region, accountId } = context
  if (isPlaceholder(arn)) return openReference(context, arn, '')
  const name = arn.replace(/^.*:function:/, '').replaceAll(':', ' ')
  const prefix = `arn:aws:lambda:${design.region}:${design.accountId}:`
  const value: ShellText = arn.startsWith(prefix)
    ? ['arn:aws:lambda:', region, ':', accountId, `:${arn.slice(prefix.length)}`]
    : [arn]
  return parts.parameter(`${variableWords(name)}_FUNCTION_ARN`, `function ${arn}`, value)
}

/** The id of a VPC link: links stand in a network that the script does not make. One from a stage variable stays. */
export function vpcLink({ parts }: ScriptContext, connectionId: string | undefined): ShellText | undefined {
  if (connectionId === undefined) return undefined
  if (connectionId.includes('${')) return [connectionId]
  return [parts.parameter(`${variableWords(connectionId)}_VPC_LINK_ID`, `VPC link ${connectionId}`, connectionId)]
}

/** Where access logs go. */
export function logDestination({ parts }: ScriptContext, words: string, arn: string): ShellText {
  return [parts.parameter(`${words}_LOG_DESTINATION_ARN`, `logs ${arn}`, arn)]
}
