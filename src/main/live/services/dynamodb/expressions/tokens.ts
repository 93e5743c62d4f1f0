import { validation } from '../validation'

/** Which parameter of a request an expression stands in. */
export type ExpressionName =
  'ConditionExpression' | 'FilterExpression' | 'KeyConditionExpression' | 'ProjectionExpression' | 'UpdateExpression'

export interface Token {
  /** `name` is "#n", `value` is ":v". */
  readonly kind: 'word' | 'name' | 'value' | 'number' | 'symbol' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Bytes. Source: DynamoDB quotas, "Expression parameters". */
const LONGEST = 4096

const TOKEN =
  /[ \t\r\n]*(?:([A-Za-z_][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|(\d+)|(<>|<=|>=|[=<>()[\],.+-]))/y
const BLANK = /[ \t\r\n]*/y

/** The tokens of an expression, an `end` behind them. Throws `ValidationException` for what is none. */
export function tokensOf(text: string, expression: ExpressionName): readonly Token[] {
  const bytes = Buffer.byteLength(text)
  if (bytes > LONGEST) {
    throw invalid(expression, `Expression size has exceeded the maximum allowed size; expression size: ${bytes}`)
  }
  const tokens: Token[] = []
  let at = blankEnd(text, 0)
  if (at === text.length) throw invalid(expression, 'The expression can not be empty;')
  while (at < text.length) {
    TOKEN.lastIndex = at
    const [, word, name, value, number, symbol] = TOKEN.exec(text) ?? []
    const found = word ?? name ?? value ?? number ?? symbol
    if (found === undefined)
      throw syntaxError(expression, text.slice(at, at + 1), text.slice(Math.max(0, at - 10), at + 10))
    const end = TOKEN.lastIndex
    const kind =
      word !== undefined
        ? 'word'
        : name !== undefined
          ? 'name'
          : value !== undefined
            ? 'value'
            : number !== undefined
              ? 'number'
              : 'symbol'
    tokens.push({ kind, text: found, start: end - found.length, end })
    at = blankEnd(text, end)
  }
  tokens.push({ kind: 'end', text: '<EOF>', start: text.length, end: text.length })
  return tokens
}

function blankEnd(text: string, at: number): number {
  BLANK.lastIndex = at
  BLANK.exec(text)
  return BLANK.lastIndex
}

/** "Invalid UpdateExpression: ...". */
export function invalid(expression: ExpressionName, problem: string, hint?: string): Error {
  return validation(`Invalid ${expression}: ${problem}`, hint)
}

export function syntaxError(expression: ExpressionName, token: string, near: string): Error {
  return invalid(expression, `Syntax error; token: "${token}", near: "${near}"`)
}
