import type { Statement, Word } from '../shell/shell-script'

/** How many `aws apigateway` and `aws apigatewayv2` commands statements hold, those in substitutions included. */
export function countCommands(statements: readonly Statement[]): number {
  return statements.reduce((sum, statement) => sum + countIn(statement), 0)
}

function countIn(statement: Statement): number {
  switch (statement.kind) {
    case 'command': {
      const words = statement.words.slice(0, 2).map(plain)
      const own = words[0] === 'aws' && /^apigateway(v2)?$/.test(words[1] ?? '') ? 1 : 0
      const inWords = [...statement.words, ...statement.assignments.map(({ value }) => value)]
      return own + inWords.reduce((sum, word) => sum + inWord(word), 0)
    }
    case 'pipeline':
      return countCommands(statement.commands)
    case 'and-or':
      return countCommands([statement.first, ...statement.rest.map((each) => each.statement)])
    default:
      return countCommands(statement.body)
  }
}

function inWord({ parts }: Word): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'command' ? countCommands(part.body) : 0), 0)
}

function plain({ parts }: Word): string {
  return parts.map((part) => ('text' in part ? part.text : '')).join('')
}
