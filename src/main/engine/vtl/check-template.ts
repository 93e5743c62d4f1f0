import type { TemplateProblem, TemplateProblemCode, TextSpan } from '@shared/contract/template'
import type { Block, Expression, MacroCall, Reference, Statement } from './ast'
import type { ParsedTemplate } from './parse/parse-template'

const DIRECTIVES = [
  'set',
  'if',
  'elseif',
  'else',
  'end',
  'foreach',
  'break',
  'stop',
  'macro',
  'define',
  'evaluate',
  'literal',
  'parse',
  'include',
]

/**
 * What Velocity accepts and nobody means: text that looks like a directive, conditions that never hold, names with a minus.
 * Warnings only, in order of place.
 */
export function checkTemplate({ statements, lines, source }: ParsedTemplate): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const macros = new Set<string>()
  collectMacros(statements, macros)
  const warn = (code: TemplateProblemCode, message: string, span: TextSpan): void => {
    problems.push({ code, severity: 'warning', message, range: lines.rangeOf(span) })
  }
  checkBlock(statements, { macros, warn })
  checkOpenComment(source, warn)
  return problems.sort((a, b) => a.range.start - b.range.start)
}

interface Check {
  readonly macros: ReadonlySet<string>
  warn(code: TemplateProblemCode, message: string, span: TextSpan): void
}

function checkBlock(block: Block, check: Check): void {
  for (const statement of block) checkStatement(statement, check)
}

function checkStatement(node: Statement, check: Check): void {
  switch (node.kind) {
    case 'reference':
      checkReference(node, check)
      break
    case 'if':
      for (const { condition, block } of node.branches) {
        checkCondition(condition, check)
        checkBlock(block, check)
      }
      checkBlock(node.otherwise ?? [], check)
      break
    case 'set':
      checkTarget(node.target, check)
      checkExpression(node.value, check)
      break
    case 'foreach':
      if (node.list !== null) checkExpression(node.list, check)
      checkBlock(node.block, check)
      break
    case 'macro-definition':
    case 'define':
      checkBlock(node.block, check)
      break
    case 'macro-call':
      checkCall(node, check)
      for (const arg of node.args) checkExpression(arg, check)
      checkBlock(node.body ?? [], check)
      break
    case 'evaluate':
      checkExpression(node.source, check)
      break
    default:
  }
}

/** `#IF(...)`, `#set $x = 1`: Velocity prints them. */
function checkCall(node: MacroCall, { macros, warn }: Check): void {
  if (macros.has(node.name)) return
  const directive = DIRECTIVES.find((name) => name === node.name.toLowerCase())
  if (directive === undefined) return
  const message =
    directive === node.name
      ? `#${node.name} without "(" behind it is printed as text. Write #${node.name}(...).`
      : `#${node.name} is printed as text: directives are written in lower case, #${directive}.`
  warn('template/printed-directive', message, { start: node.span.start, end: node.span.start + node.name.length + 1 })
}

function checkReference(node: Reference, check: Check): void {
  const [, name, number] = /^(.+)-(\d+)$/.exec(node.root) ?? []
  if (name !== undefined) {
    check.warn(
      'template/minus-in-name',
      `"-" belongs to the name: this is the variable "${node.root}". To subtract, write $${name} - ${number} in a #set.`,
      node.span,
    )
  }
  for (const member of node.members) {
    if (member.kind === 'method') for (const arg of member.args) checkExpression(arg, check)
    else if (member.kind === 'index') checkExpression(member.index, check)
  }
}

function checkTarget(target: Reference, check: Check): void {
  if (target.members.length === 0 && target.assignedName !== target.root) {
    check.warn(
      'template/set-nothing',
      `Velocity does not set $${target.root} here: write the variable as $${target.root}, without braces and "!".`,
      target.span,
    )
  }
  checkReference(target, check)
}

/** A literal other than true never holds, not even "x" or 1. */
function checkCondition(node: Expression, check: Check): void {
  if (
    node.kind === 'string' ||
    node.kind === 'integer' ||
    node.kind === 'float' ||
    node.kind === 'list' ||
    node.kind === 'map'
  ) {
    check.warn(
      'template/never-true',
      'This condition never holds: of values that stand in the template only true is true.',
      node.span,
    )
  }
  checkExpression(node, check)
}

function checkExpression(node: Expression, check: Check): void {
  switch (node.kind) {
    case 'reference':
      checkReference(node, check)
      break
    case 'string':
      checkBlock(node.parts ?? [], check)
      break
    case 'list':
      for (const item of node.items) checkExpression(item, check)
      break
    case 'map':
      for (const pair of node.entries) for (const part of pair) checkExpression(part, check)
      break
    case 'range':
      checkExpression(node.from, check)
      checkExpression(node.to, check)
      break
    case 'not':
      checkExpression(node.operand, check)
      break
    case 'binary':
      checkExpression(node.left, check)
      checkExpression(node.right, check)
      break
    default:
  }
}

function collectMacros(block: Block, macros: Set<string>): void {
  for (const node of block) {
    if (node.kind === 'macro-definition') macros.add(node.name)
    if (node.kind === 'if') {
      for (const branch of node.branches) collectMacros(branch.block, macros)
      collectMacros(node.otherwise ?? [], macros)
    } else if (node.kind === 'foreach' || node.kind === 'macro-definition' || node.kind === 'define') {
      collectMacros(node.block, macros)
    }
  }
}

function checkOpenComment(source: string, warn: Check['warn']): void {
  const at = source.lastIndexOf('#*')
  if (at === -1 || source.includes('*#', at + 2)) return
  const line = source.slice(source.lastIndexOf('\n', at) + 1, at)
  if (line.includes('##')) return
  warn('template/open-comment', 'The comment #* is never closed: the rest of the template is not used. Add *#.', {
    start: at,
    end: at + 2,
  })
}
