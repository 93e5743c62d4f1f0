import type { PolicyDocument, PolicyStatement } from '../policy-document'
import type { Section } from './part'
import { withoutDefaults } from './without-defaults'

/** A resource policy, a section for each statement. The service writes the API's own ARN where a policy says "execute-api:/". */
export function policySections(policy: PolicyDocument | undefined, pointer: string): Section[] {
  if (policy === undefined) return []
  const { Statement, ...rest } = policy
  const at = `${pointer}/policy`
  const isList = Array.isArray(Statement)
  const statements: readonly PolicyStatement[] = isList ? Statement : [Statement as PolicyStatement]
  return [
    { key: 'policy', path: ['policy'], pointer: at, value: withoutDefaults(rest) },
    ...statements.map((statement, index) => ({
      key: `policy ${index}`,
      path: ['policy', 'Statement', index],
      pointer: isList ? `${at}/Statement/${index}` : `${at}/Statement`,
      value: normalStatement(statement),
    })),
  ]
}

const TEXT_LISTS = ['Action', 'NotAction', 'Resource', 'NotResource'] as const

function normalStatement(statement: PolicyStatement): Record<string, unknown> {
  const lists = TEXT_LISTS.filter((name) => statement[name] !== undefined)
  return {
    ...withoutDefaults(statement),
    ...Object.fromEntries(lists.map((name) => [name, asTexts(statement[name]).map(shortArn).sort()])),
    ...(statement.Principal !== undefined && { Principal: normalPrincipal(statement.Principal) }),
    ...(statement.NotPrincipal !== undefined && { NotPrincipal: normalPrincipal(statement.NotPrincipal) }),
    ...(statement.Condition && { Condition: normalCondition(statement.Condition) }),
  }
}

function asTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String)
}

/** Ids, Regions and accounts do not count: "arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod" -> "execute-api:/prod". */
function shortArn(text: string): string {
  return text.replace(/^arn:aws[\w-]*:execute-api:[^:]*:[^:]*:[^/:]+\//, 'execute-api:/')
}

/** `"*"` and `{ "AWS": "*" }` are both everybody. */
function normalPrincipal(principal: unknown): unknown {
  if (typeof principal !== 'object' || principal === null || Array.isArray(principal)) return principal
  const kinds = Object.entries(principal).map(([kind, names]) => [kind, asTexts(names).sort()] as const)
  const [first] = kinds
  const isAll = kinds.length === 1 && first?.[0] === 'AWS' && first[1].join() === '*'
  return isAll ? '*' : Object.fromEntries(kinds)
}

function normalCondition(condition: NonNullable<PolicyStatement['Condition']>): unknown {
  const operators = Object.entries(condition).map(([operator, keys]) => {
    const values = Object.entries(keys).map(([key, value]) => [key, asTexts(value).sort()])
    return [operator, Object.fromEntries(values)]
  })
  return Object.fromEntries(operators)
}
