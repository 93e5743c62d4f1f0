import type { LocalFunction } from '@shared/design/local-function'
import { parseShorthand, ShorthandProblem } from '../aws/shorthand'
import type { GivenOption } from '../aws/split-arguments'
import { isRecord } from '../../json-place'

/** What `aws lambda create-function` says of a function that matters here; null without a name. */
export function localFunctionOf(
  option: (name: string) => string | undefined,
  options: readonly GivenOption[],
): { readonly name: string; readonly function: LocalFunction } | null {
  const name = option('function-name')
  if (name === undefined || name === '') return null
  const timeout = numberOf(option('timeout'))
  const memorySize = numberOf(option('memory-size'))
  const environment = environmentOf(options.find((each) => each.name === '--environment')?.words[0])
  return {
    name,
    function: {
      ...(timeout !== undefined && { timeout }),
      ...(memorySize !== undefined && { memorySize }),
      ...(environment && { environment }),
    },
  }
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text)
  return text === undefined || text === '' || !Number.isInteger(number) ? undefined : number
}

/** `Variables={A=1,B=2}` or JSON. */
function environmentOf(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined
  const read = parsed(text)
  const variables = isRecord(read) ? read['Variables'] : undefined
  if (!isRecord(variables)) return undefined
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]))
}

function parsed(text: string): unknown {
  try {
    return text.trimStart().startsWith('{') ? (JSON.parse(text) as unknown) : parseShorthand(text)
  } catch (problem) {
    if (problem instanceof ShorthandProblem || problem instanceof SyntaxError) return undefined
    throw problem
  }
}
